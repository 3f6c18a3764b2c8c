import type { Db } from '@parley/db/database'
import { anyOf } from '../users/queries.js'

export const listLastSeen = (db: Db, userIds: string[]) =>
  db.selectFrom('users').select(['id', 'last_seen_at']).where('id', '=', anyOf(userIds)).execute()

export const listMemberIds = async (db: Db, roomId: string): Promise<string[]> => {
  const rows = await db.selectFrom('members').select('user_id').where('room_id', '=', roomId).execute()
  return rows.map((row) => row.user_id)
}

/** Locks the rows in the order of ids: another process may be saving some of the same people. */
export const saveLastSeen = (db: Db, userIds: string[], at: Date) =>
  db
    .updateTable('users')
    .set({ last_seen_at: at })
    .where('id', 'in', (eb) =>
      eb.selectFrom('users').select('id').where('id', '=', anyOf(userIds)).orderBy('id').forNoKeyUpdate(),
    )
    .execute()
