import type { Db } from '@parley/db/database'
import { sql } from 'kysely'
import { userColumns } from '../users/queries.js'
import type { MessageRow } from './mapper.js'

/** Members who have read up to the message; who came after it counts everything as read, and has not seen it. */
const selectSeen = (db: Db, { room_id, seq, created_at, sender }: MessageRow) =>
  db
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .where('m.room_id', '=', room_id)
    .where('m.seen_seq', '>=', seq)
    .where('m.joined_at', '<=', new Date(created_at))
    .where('m.user_id', '!=', sender.id)
    .where('u.shows_receipts', '=', true)

export const listSeen = (db: Db, message: MessageRow) =>
  selectSeen(db, message).select(userColumns).orderBy('u.username').execute()

export const countSeen = async (db: Db, message: MessageRow): Promise<number> => {
  const { count } = await selectSeen(db, message)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
