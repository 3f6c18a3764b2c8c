import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'

export interface NewNotification {
  id: string
  at: Date
  roomId: string
  actor: { id: string }
  reason: 'reaction' | 'added'
  message: { id: string } | null
  emoji: string | null
}

export const insertNotification = (tx: Tx, user_id: string, one: NewNotification) =>
  tx
    .insertInto('notifications')
    .values({
      id: one.id,
      user_id,
      at: one.at,
      room_id: one.roomId,
      actor_id: one.actor.id,
      reason: one.reason,
      message_id: one.message?.id ?? null,
      emoji: one.emoji,
    })
    .execute()

export const deleteReactionNotification = async (
  tx: Tx,
  { messageId, actorId, emoji }: { messageId: string; actorId: string; emoji: string },
): Promise<string[]> => {
  const rows = await tx
    .deleteFrom('notifications')
    .where('message_id', '=', messageId)
    .where('actor_id', '=', actorId)
    .where('emoji', '=', emoji)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export const deleteReactionNotifications = async (tx: Tx, messageId: string): Promise<string[]> => {
  const rows = await tx.deleteFrom('notifications').where('message_id', '=', messageId).returning('id').execute()
  return rows.map((row) => row.id)
}

/** Marks what the person was told of, of these; says which were not marked yet. */
export const markDeedsRead = async (db: Db, userId: string, ids: string[]): Promise<string[]> => {
  const rows = await db
    .updateTable('notifications')
    .set({ read_at: sql<Date>`now()` })
    .where('user_id', '=', userId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('read_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** The same of messages that called or answered them, in rooms they are in. */
export const markCallsRead = async (db: Db, userId: string, ids: string[]): Promise<string[]> => {
  const rows = await db
    .insertInto('notification_reads')
    .columns(['message_id', 'user_id'])
    .expression((eb) =>
      eb
        .selectFrom('mentions as n')
        .innerJoin('members as m', 'm.room_id', 'n.room_id')
        .select(['n.message_id', 'm.user_id'])
        .distinct()
        .where('n.message_id', '=', sql<string>`any(${ids}::uuid[])`)
        .where('m.user_id', '=', userId)
        .where((or) => or.or([or('n.user_id', '=', userId), or('n.user_id', 'is', null)])),
    )
    .onConflict((on) => on.doNothing())
    .returning('message_id')
    .execute()
  return rows.map((row) => row.message_id)
}

/** The same of those answers in a thread that say something to them. */
export const markThreadCallsRead = async (
  db: Db,
  userId: string,
  rootId: string,
  { after, upTo }: { after: number; upTo: number },
): Promise<string[]> => {
  const { rows } = await sql<{ message_id: string }>`
    insert into notification_reads (message_id, user_id)
    select n.message_id, m.user_id
    from messages a
    join mentions n on n.message_id = a.id and n.user_id = ${userId}
    join members m on m.room_id = n.room_id and m.user_id = n.user_id and n.seq > m.read_seq
    where a.thread_root_id = ${rootId} and a.seq > ${after} and a.seq <= ${upTo}
    on conflict do nothing
    returning message_id`.execute(db)
  return rows.map((row) => row.message_id)
}
