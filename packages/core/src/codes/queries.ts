import type { Db, Tx } from '@parley/db/database'

/** Voids the code that the address had; the new one is drawn later. */
export const replaceCode = (db: Db | Tx, code: { email: string; id: string; invited: boolean; expires_at: Date }) =>
  db
    .insertInto('login_codes')
    .values(code)
    .onConflict((on) => on.column('email').doUpdateSet({ ...code, code_hash: null, tries: 0 }))
    .execute()

export const findCode = (db: Db, id: string) =>
  db.selectFrom('login_codes').selectAll().where('id', '=', id).executeTakeFirst()

/** Says whether the code is still the one of its address. */
export const setCodeHash = (db: Db, id: string, hash: Buffer) =>
  db.updateTable('login_codes').set({ code_hash: hash }).where('id', '=', id).returning('id').executeTakeFirst()

/** Locks the address's code: of many tries at once each is counted before the next is looked at. */
export const lockCode = (tx: Tx, email: string) =>
  tx.selectFrom('login_codes').selectAll().where('email', '=', email).forUpdate().executeTakeFirst()

export const countCodeTry = (tx: Tx, email: string) =>
  tx
    .updateTable('login_codes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('email', '=', email)
    .execute()

export const deleteCode = (tx: Tx, email: string) => tx.deleteFrom('login_codes').where('email', '=', email).execute()

/** Some of those that are over: anybody can ask for one, of any address. What another asker holds is left to them. */
export const deleteOldCodes = (tx: Tx, now: Date) =>
  tx
    .deleteFrom('login_codes')
    .where('id', 'in', (eb) =>
      eb.selectFrom('login_codes').select('id').where('expires_at', '<', now).limit(100).forUpdate().skipLocked(),
    )
    .execute()
