import type { MessageKind } from '@parley/contract/messages'
import type { Tx } from '@parley/db/database'
import { sql } from 'kysely'

// What changes a message; every statement runs under the room's row lock.

/** Keeps what the message said and says the new. */
export async function replaceBody(
  tx: Tx,
  messageId: string,
  { version, ...said }: { body: string; mentions: string[]; audience: 'here' | 'room' | null; version: number },
): Promise<void> {
  await sql`insert into message_edits (message_id, body, version)
    select id, body, ${version} from messages where id = ${messageId}`.execute(tx)
  await tx
    .updateTable('messages')
    .set({ ...said, version, edited_at: sql<Date>`now()` })
    .where('id', '=', messageId)
    .execute()
}

/** Leaves the tombstone: its number, its author and when it went. What it said is gone from every table. */
export async function eraseMessage(tx: Tx, messageId: string, version: number): Promise<void> {
  await tx.deleteFrom('message_edits').where('message_id', '=', messageId).execute()
  await tx.deleteFrom('reactions').where('message_id', '=', messageId).execute()
  await tx.deleteFrom('link_previews').where('message_id', '=', messageId).execute()
  await tx
    .updateTable('messages')
    .set({ body: '', mentions: [], audience: null, version, deleted_at: sql<Date>`now()`, pinned_at: null })
    .where('id', '=', messageId)
    .execute()
}

export const touchMessage = (tx: Tx, messageId: string, version: number) =>
  tx.updateTable('messages').set({ version }).where('id', '=', messageId).execute()

/** Whether the reaction was not there before. */
export async function insertReaction(
  tx: Tx,
  reaction: { message_id: string; user_id: string; emoji: string; version: number },
): Promise<boolean> {
  const result = await tx
    .insertInto('reactions')
    .values(reaction)
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0) > 0
}

/** Whether the reaction was there. */
export async function deleteReaction(
  tx: Tx,
  reaction: { message_id: string; user_id: string; emoji: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('reactions')
    .where('message_id', '=', reaction.message_id)
    .where('user_id', '=', reaction.user_id)
    .where('emoji', '=', reaction.emoji)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

export interface NoteInsert {
  id: string
  room_id: string
  kind: MessageKind
  body: string
  sender_id: string
  client_id: string
  seq: number
  version: number
}

export const insertNote = (tx: Tx, note: NoteInsert) =>
  tx
    .insertInto('messages')
    .values({ ...note, main_no: null })
    .execute()
