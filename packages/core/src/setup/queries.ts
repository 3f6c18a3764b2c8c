import type { Db, Tx } from '@parley/db/database'

export const hasAdmin = async (db: Db | Tx): Promise<boolean> => {
  const row = await db
    .selectFrom('users')
    .select('id')
    .where('is_admin', '=', true)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Voids the code of before. */
export const putSetupCode = (db: Db, code_hash: Buffer) =>
  db
    .insertInto('setup_code')
    .values({ code_hash })
    .onConflict((on) => on.column('one_row').doUpdateSet({ code_hash }))
    .execute()

/** Says whether it was this one: of two who come with it, one finds it. */
export const spendSetupCode = async (tx: Tx, code_hash: Buffer): Promise<boolean> => {
  const result = await tx.deleteFrom('setup_code').where('code_hash', '=', code_hash).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export const deleteSetupCode = (db: Db | Tx) => db.deleteFrom('setup_code').execute()

export const setAdmin = (db: Db | Tx, userId: string, is_admin: boolean) =>
  db.updateTable('users').set({ is_admin }).where('id', '=', userId).execute()
