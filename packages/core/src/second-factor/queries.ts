import type { Db, Tx } from '@parley/db/database'
import type { Sealed } from '../auth/seals.js'

/** A factor that is being set up; one that is confirmed stays as it is, and then nothing is returned. */
export const putFactor = (db: Db, userId: string, sealed: Sealed) =>
  db
    .insertInto('second_factors')
    .values({ user_id: userId, ...sealed })
    .onConflict((on) => on.column('user_id').doUpdateSet(sealed).where('second_factors.confirmed_at', 'is', null))
    .returning('user_id')
    .executeTakeFirst()

/** Locks it: of two log-ins with one code only the first passes. */
export const lockFactor = (tx: Tx, userId: string) =>
  tx.selectFrom('second_factors').selectAll().where('user_id', '=', userId).forUpdate().executeTakeFirst()

/** Whether somebody has one that is confirmed. */
export const findConfirmedFactor = (db: Db, userId: string) =>
  db
    .selectFrom('second_factors')
    .select('user_id')
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()

export const countRecoveryCodes = async (db: Db, userId: string): Promise<number> => {
  const { count } = await db
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const advanceFactor = (tx: Tx, userId: string, lastStep: number) =>
  tx.updateTable('second_factors').set({ last_step: lastStep }).where('user_id', '=', userId).execute()

export const confirmFactor = (tx: Tx, userId: string) =>
  tx.updateTable('second_factors').set({ confirmed_at: new Date() }).where('user_id', '=', userId).execute()

export const deleteFactor = (db: Db | Tx, userId: string) =>
  db.deleteFrom('second_factors').where('user_id', '=', userId).execute()

export const insertRecoveryCodes = (tx: Tx, userId: string, hashes: Buffer[]) =>
  tx
    .insertInto('recovery_codes')
    .values(hashes.map((code_hash) => ({ user_id: userId, code_hash })))
    .execute()

/** Says whether there was such a code. */
export const spendRecoveryCode = (tx: Tx, userId: string, hash: Buffer) =>
  tx
    .deleteFrom('recovery_codes')
    .where('user_id', '=', userId)
    .where('code_hash', '=', hash)
    .returning('user_id')
    .executeTakeFirst()

/** Some of those that another key has sealed, or none, of people after `after`; locked against who uses them just now. */
export const lockFactorsNotOf = (tx: Tx, keyId: string, after: string, limit: number) =>
  tx
    .selectFrom('second_factors')
    .select(['user_id', 'secret', 'key_id'])
    .where('key_id', 'is distinct from', keyId)
    .where('user_id', '>', after)
    .orderBy('user_id')
    .limit(limit)
    .forUpdate()
    .execute()

export const setSealed = (tx: Tx, userId: string, sealed: Sealed) =>
  tx.updateTable('second_factors').set(sealed).where('user_id', '=', userId).execute()
