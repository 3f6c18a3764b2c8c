import type { CreateRoom } from '@parley/contract/rooms'
import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import { unreadMentions } from './queries-mentions.js'

export const insertRoom = (tx: Tx, room: { id: string } & CreateRoom) =>
  tx
    .insertInto('rooms')
    .values({ ...room, topic: room.topic ?? null })
    .execute()

/** The id of the direct room of these people, and whether it was made just now. Two at once make one. */
export async function insertDirectRoom(tx: Tx, id: string, direct_key: string): Promise<{ id: string; made: boolean }> {
  const made = await tx
    .insertInto('rooms')
    .values({ id, kind: 'direct', direct_key })
    .onConflict((on) => on.column('direct_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id, made: true }
  const known = await tx.selectFrom('rooms').select('id').where('direct_key', '=', direct_key).executeTakeFirstOrThrow()
  return { id: known.id, made: false }
}

/** Moves the read pointer; without `back`, only forward, and what they were told of in the room is read with it. */
export const moveReadPointer = (
  db: Db,
  roomId: string,
  userId: string,
  to: { seq: number; main: number },
  { back }: { back: boolean },
) =>
  db
    .with('cleared', (cte) =>
      cte
        .updateTable('notifications')
        .set({ read_at: sql<Date>`now()` })
        .where('user_id', '=', userId)
        .where('room_id', '=', roomId)
        .where('read_at', 'is', null)
        .where(sql<boolean>`not ${back}::boolean`)
        .returning('id'),
    )
    .updateTable('members as me')
    .set((eb) => {
      const atLeast = (column: 'read_seq' | 'read_main' | 'seen_seq', value: number) =>
        eb.fn<number>('greatest', [column, eb.val(value)])
      return {
        read_seq: back ? to.seq : atLeast('read_seq', to.seq),
        read_main: back ? to.main : atLeast('read_main', to.main),
        seen_seq: atLeast('seen_seq', to.seq),
        read_version: eb('read_version', '+', 1),
      }
    })
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .returning([
      'read_seq',
      'read_main',
      'read_version',
      'seen_seq',
      unreadMentions(sql.ref('me.room_id')),
      sql<string[]>`array(select id from cleared)`.as('cleared'),
      sql<boolean>`(select u.shows_receipts from users u where u.id = me.user_id)`.as('shows_receipts'),
    ])
    .executeTakeFirst()

/** Adds to every room's version; says to how many. */
export const liftVersions = async (db: Db, by: number): Promise<number> => {
  const result = await db
    .updateTable('rooms')
    .set((eb) => ({ version: eb('version', '+', by) }))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
