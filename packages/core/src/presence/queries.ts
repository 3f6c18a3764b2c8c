import type { Db } from '@parley/db/database'
import { anyOf } from '../users/queries.js'

export const listLastSeen = (db: Db, userIds: string[]) =>
  db.selectFrom('users').select(['id', 'last_seen_at']).where('id', '=', anyOf(userIds)).execute()

/** The same of the members of rooms; given `among`, of those who are of these. */
export const listLastSeenIn = (db: Db, roomIds: string[], among?: string[]) =>
  db
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['room_id', 'users.id', 'users.last_seen_at'])
    .where('room_id', '=', anyOf(roomIds))
    .$if(among !== undefined, (query) => query.where('users.id', '=', anyOf(among ?? [])))
    .execute()

/** Locks the rows in the order of ids: another process may be saving some of the same people. */
export const saveLastSeen = (db: Db, userIds: string[], at: Date) =>
  db
    .updateTable('users')
    .set({ last_seen_at: at })
    .where('id', 'in', (eb) =>
      eb.selectFrom('users').select('id').where('id', '=', anyOf(userIds)).orderBy('id').forNoKeyUpdate(),
    )
    .execute()
