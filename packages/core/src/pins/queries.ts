import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { MessageRow } from '../messages/mapper.js'
import { selectMessages, type Window } from '../messages/queries.js'

/** Under the room's row lock. */
export const setPinned = (tx: Tx, messageId: string, change: { pinnedAt: Date | null; version: number }) =>
  tx
    .updateTable('messages')
    .set({ pinned_at: change.pinnedAt, version: change.version })
    .where('id', '=', messageId)
    .execute()

export const countPins = async (tx: Tx, roomId: string): Promise<number> => {
  const { count } = await tx
    .selectFrom('messages')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('room_id', '=', roomId)
    .where('pinned_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** What is pinned in a room, the last first, from `before` on. */
export const listPinned = (
  db: Db,
  { roomId, visibleFrom, limit }: Window,
  before: { at: Date; id: string } | null,
): Promise<MessageRow[]> =>
  selectMessages(db)
    .where('m.room_id', '=', roomId)
    .where('m.pinned_at', 'is not', null)
    .where('m.seq', '>=', visibleFrom)
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(m.pinned_at, m.id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('m.pinned_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()
