import type { Db, Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { type MemberRoom, requireMember } from '../rooms/access.js'
import type { MessageRow } from './mapper.js'
import { findMessageRow } from './queries.js'

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
