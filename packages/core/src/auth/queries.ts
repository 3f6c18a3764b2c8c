import type { Db, Tx } from '@parley/db/database'

export const findPasswordHash = async (db: Db | Tx, userId: string): Promise<string | null> => {
  const row = await db.selectFrom('users').select('password_hash').where('id', '=', userId).executeTakeFirst()
  return row?.password_hash ?? null
}

export const setPasswordHash = (db: Db, userId: string, hash: string) =>
  db.updateTable('users').set({ password_hash: hash }).where('id', '=', userId).execute()

/** The password goes with it: it was set by who had not proven anything. */
export const markAddressProven = (tx: Tx, userId: string) =>
  tx.updateTable('users').set({ email_verified_at: new Date(), password_hash: null }).where('id', '=', userId).execute()

export const setDisabled = (db: Db | Tx, userId: string, at: Date | null) =>
  db
    .updateTable('users')
    .set({ disabled_at: at })
    .where('id', '=', userId)
    // Who was erased is nobody to let in again.
    .where('erased_at', 'is', null)
    .execute()
