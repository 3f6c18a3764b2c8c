import type { Db, Tx } from '@parley/db/database'

/** Voids the change that the person had begun; the code of the new one is drawn later. */
export const replaceChange = async (
  tx: Tx,
  change: { id: string; user_id: string; email: string; expires_at: Date },
): Promise<void> => {
  await tx.deleteFrom('email_changes').where('user_id', '=', change.user_id).where('confirmed_at', 'is', null).execute()
  await tx.insertInto('email_changes').values(change).execute()
}

export const findChange = (db: Db, id: string) =>
  db.selectFrom('email_changes').selectAll().where('id', '=', id).executeTakeFirst()

export const setChangeHash = (db: Db, id: string, code_hash: Buffer) =>
  db.updateTable('email_changes').set({ code_hash }).where('id', '=', id).where('confirmed_at', 'is', null).execute()

/** Locks what the person has begun: of many tries at once each is counted before the next is looked at. */
export const lockChange = (tx: Tx, userId: string) =>
  tx
    .selectFrom('email_changes')
    .selectAll()
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const countChangeTry = (tx: Tx, id: string) =>
  tx
    .updateTable('email_changes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** From now on the row says whom to tell. */
export const confirmChange = (tx: Tx, id: string, oldEmail: string) =>
  tx
    .updateTable('email_changes')
    .set({ email: oldEmail, code_hash: null, confirmed_at: new Date() })
    .where('id', '=', id)
    .execute()

export const deleteChange = (db: Db | Tx, id: string) => db.deleteFrom('email_changes').where('id', '=', id).execute()

/** The address that the person had. */
export const lockEmail = async (tx: Tx, userId: string): Promise<string> => {
  const row = await tx
    .selectFrom('users')
    .select('email')
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.email
}

/** Fails where somebody else has just taken it. */
export const setEmail = (tx: Tx, userId: string, email: string) =>
  tx.updateTable('users').set({ email, email_verified_at: new Date() }).where('id', '=', userId).execute()
