import type { Db } from '@parley/db/database'
import { type Insertable, sql } from 'kysely'
import type { ApiTokens } from '@parley/db/types.gen'
import { userColumns } from '../users/queries.js'

export const insertToken = (db: Db, token: Insertable<ApiTokens>) => db.insertInto('api_tokens').values(token).execute()

/** The token and its person, while it is neither revoked nor over and they are not disabled. */
export const findLiveToken = (db: Db, tokenHash: Buffer, now: Date) =>
  db
    .selectFrom('api_tokens as t')
    .innerJoin('users as u', 'u.id', 't.user_id')
    .select(['t.id as token_id', 't.scopes', 't.expires_at', 't.last_used_at', ...userColumns])
    .where('t.token_hash', '=', tokenHash)
    .where('t.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('t.expires_at', 'is', null), eb('t.expires_at', '>', now)]))
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst()

export const touchToken = (db: Db, id: string, now: Date) =>
  db.updateTable('api_tokens').set({ last_used_at: now }).where('id', '=', id).execute()

export const listTokenRows = (db: Db, userId: string) =>
  db
    .selectFrom('api_tokens')
    .select(['id', 'name', 'scopes', 'created_at', 'last_used_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()

export const revokeTokenRow = (db: Db, userId: string, id: string) =>
  db
    .updateTable('api_tokens')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

export const revokeTokenRowsOf = (db: Db, userId: string) =>
  db
    .updateTable('api_tokens')
    .set({ revoked_at: sql<Date>`now()` })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
