import type { Read } from '@parley/contract/receipts'
import type { Db } from '@parley/db/database'

/** Of those who show how far they have read. */
export const listReads = (db: Db, roomId: string): Promise<Read[]> =>
  db
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select(['m.user_id as userId', 'm.seen_seq as seq'])
    .where('m.room_id', '=', roomId)
    .where('u.shows_receipts', '=', true)
    .execute()

/** How far a person has read each of their rooms. */
export const listSeenOf = (db: Db, userId: string) =>
  db.selectFrom('members').select(['room_id', 'seen_seq as seq']).where('user_id', '=', userId).execute()
