import type { Db, Tx } from '@parley/db/database'

export interface Identity {
  issuer: string
  subject: string
  user_id: string
  provider: string
}

/** Whose identity it is. */
export const findIdentity = (db: Db | Tx, issuer: string, subject: string) =>
  db
    .selectFrom('linked_identities as i')
    .innerJoin('users as u', 'u.id', 'i.user_id')
    .select(['i.user_id', 'u.disabled_at'])
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .executeTakeFirst()

/** Says whether it was nobody's. */
export const insertIdentity = async (tx: Tx, identity: Identity): Promise<boolean> => {
  const inserted = await tx
    .insertInto('linked_identities')
    .values(identity)
    .onConflict((on) => on.doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const listIdentityRows = (db: Db | Tx, userId: string) =>
  db
    .selectFrom('linked_identities')
    .select(['provider', 'created_at'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute()

export const deleteIdentitiesOf = (db: Db | Tx, userId: string) =>
  db.deleteFrom('linked_identities').where('user_id', '=', userId).execute()

/** Says whether there was one. */
export const deleteIdentity = async (db: Db | Tx, userId: string, provider: string): Promise<boolean> => {
  const result = await db
    .deleteFrom('linked_identities')
    .where('user_id', '=', userId)
    .where('provider', '=', provider)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** What was proven elsewhere needs no proof here. */
export const setAddressProven = (tx: Tx, userId: string) =>
  tx.updateTable('users').set({ email_verified_at: new Date() }).where('id', '=', userId).execute()
