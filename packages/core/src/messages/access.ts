import type { Message } from '@parley/contract/messages'
import type { Db, Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { type MemberRoom, requireMember } from '../rooms/access.js'
import { type MessageRow, toMessage } from './mapper.js'
import { findMessageRow, listMessageRows } from './queries.js'

const noSuchMessage = () => new AppError('not_found', 'This message does not exist.')

/** The message and its room, if the person may see it. To who may not, it does not exist. */
export async function requireMessage(
  db: Db | Tx,
  messageId: string,
  userId: string,
): Promise<{ message: MessageRow; room: MemberRoom }> {
  const message = await findMessageRow(db, messageId)
  if (!message) throw noSuchMessage()
  const room = await requireMember(db, message.room_id, userId).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? noSuchMessage() : error
  })
  if (message.seq < room.visible_from_seq) throw noSuchMessage()
  return { message, room }
}

/** Those of the messages that somebody may see who may read these rooms, each from its first visible message on. */
export async function listSeenMessages(
  tx: Tx,
  messageIds: string[],
  visibleFrom: ReadonlyMap<string, number>,
): Promise<Map<string, Message>> {
  const rows = messageIds.length > 0 ? await listMessageRows(tx, messageIds) : []
  const seen = rows.flatMap((row): [string, Message][] => {
    const from = visibleFrom.get(row.room_id)
    return from !== undefined && row.seq >= from && !row.deleted_at ? [[row.id, toMessage(row, from)]] : []
  })
  return new Map(seen)
}
