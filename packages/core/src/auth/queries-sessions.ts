import type { Db, Tx } from '@parley/db/database'
import type { Sessions } from '@parley/db/types.gen'
import { type Insertable, sql } from 'kysely'
import { anyOf, userColumns } from '../users/queries.js'

export const insertSession = (db: Db, session: Insertable<Sessions>) =>
  db.insertInto('sessions').values(session).execute()

/** Of these sessions, those that are neither revoked nor over and whose person is not disabled, with that person. */
export const listLiveSessions = (db: Db, sessionIds: readonly string[]) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .select(['s.id as session_id', ...userColumns])
    .where('s.id', '=', anyOf(sessionIds))
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', new Date())
    .where('u.disabled_at', 'is', null)
    .execute()

export const listSessionRows = (db: Db, userId: string) =>
  db
    .selectFrom('sessions')
    .select(['id', 'user_agent', 'ip', 'created_at', 'last_used_at'])
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date())
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute()

/** Locks the session's row: two refreshes of one session come one after the other. */
export const lockSession = (tx: Tx, sessionId: string) =>
  tx
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .selectAll('s')
    .select('u.disabled_at')
    .where('s.id', '=', sessionId)
    .forUpdate('s')
    .executeTakeFirst()

export const advanceSession = (
  tx: Tx,
  sessionId: string,
  to: { generation: number; refresh_hash: Buffer; expires_at: Date },
) =>
  tx
    .updateTable('sessions')
    .set({ ...to, last_used_at: new Date() })
    .where('id', '=', sessionId)
    .execute()

export const revokeSessionRow = (db: Db, sessionId: string) =>
  db
    .updateTable('sessions')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute()

/** Says whether the person had this session. */
export const revokeOwnSessionRow = (db: Db, userId: string, sessionId: string) =>
  db
    .updateTable('sessions')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', sessionId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()

/** All of the person's but `except`. */
export const revokeSessionRowsOf = (db: Db, userId: string, except: string | null) =>
  db
    .updateTable('sessions')
    .set({ revoked_at: sql<Date>`now()` })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .returning('id')
    .execute()
