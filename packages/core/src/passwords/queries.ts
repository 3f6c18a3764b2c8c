import type { Db, Tx } from '@parley/db/database'

/** Voids the reset that the address had; the token of the new one is drawn later. */
export const replaceReset = (db: Db | Tx, reset: { email: string; id: string; expires_at: Date }) =>
  db
    .insertInto('password_resets')
    .values(reset)
    .onConflict((on) => on.column('email').doUpdateSet({ ...reset, token_hash: null }))
    .execute()

export const findReset = (db: Db, id: string) =>
  db.selectFrom('password_resets').selectAll().where('id', '=', id).executeTakeFirst()

export const setResetHash = (db: Db, id: string, hash: Buffer) =>
  db.updateTable('password_resets').set({ token_hash: hash }).where('id', '=', id).execute()

export const findResetByHash = (db: Db, hash: Buffer, now: Date) =>
  db
    .selectFrom('password_resets')
    .selectAll()
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Says whether it was there: of two who come with one token, one finds it. */
export const spendReset = (tx: Tx, hash: Buffer) =>
  tx.deleteFrom('password_resets').where('token_hash', '=', hash).returning('id').executeTakeFirst()

/** Some of those that are over: anybody can ask for one, of any address. What another asker holds is left to them. */
export const deleteOldResets = (tx: Tx, now: Date) =>
  tx
    .deleteFrom('password_resets')
    .where('id', 'in', (eb) =>
      eb.selectFrom('password_resets').select('id').where('expires_at', '<', now).limit(100).forUpdate().skipLocked(),
    )
    .execute()
