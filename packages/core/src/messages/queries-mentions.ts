import type { Tx } from '@parley/db/database'
import { sql } from 'kysely'

/** Members whom these words name, but for who is shut out, each with the place of its word. One statement for a whole batch of messages. */
export const findNamed = async (
  tx: Tx,
  words: { roomId: string; name: string }[],
): Promise<{ at: number; user_id: string }[]> => {
  const { rows } = await sql<{ at: number; user_id: string }>`
    select (w.at - 1)::int as at, u.id as user_id
    from unnest(${words.map((word) => word.roomId)}::uuid[], ${words.map((word) => word.name)}::text[])
      with ordinality as w (room_id, name, at)
    join users u on u.username = w.name and u.disabled_at is null
    join members m on m.room_id = w.room_id and m.user_id = u.id`.execute(tx)
  return rows
}

/** Which of these people are in the room. */
export const filterMembers = async (tx: Tx, roomId: string, userIds: string[]): Promise<string[]> => {
  const rows = await tx
    .selectFrom('members')
    .select('user_id')
    .where('room_id', '=', roomId)
    .where('user_id', '=', sql<string>`any(${userIds}::uuid[])`)
    .execute()
  return rows.map((row) => row.user_id)
}

/** One place where somebody is called; `userId` null: everybody in the room. */
export interface MentionInsert {
  roomId: string
  seq: number
  messageId: string
  senderId: string
  userId: string | null
}

export const insertMentions = async (tx: Tx, mentions: MentionInsert[]): Promise<void> => {
  if (mentions.length === 0) return
  await tx
    .insertInto('mentions')
    .values(
      mentions.map(({ roomId, seq, messageId, senderId, userId }) => ({
        room_id: roomId,
        seq,
        message_id: messageId,
        sender_id: senderId,
        user_id: userId,
      })),
    )
    .execute()
}

/** Whom the message called. */
export const deleteMentions = async (tx: Tx, messageId: string): Promise<(string | null)[]> => {
  const rows = await tx.deleteFrom('mentions').where('message_id', '=', messageId).returning('user_id').execute()
  return rows.map((row) => row.user_id)
}
