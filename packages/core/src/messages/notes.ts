import type { Message, MessageKind } from '@parley/contract/messages'
import type { Tx } from '@parley/db/database'
import { newId } from '../ids.js'
import { toMessage } from './mapper.js'
import { listMessageRows } from './queries.js'
import type { RoomCounters } from './queries-send.js'
import { insertNote } from './queries-write.js'

/**
 * Notes in the room's log what happened to the room, under its lock. It takes a place and a version as every message
 * does, but no number in the main timeline: it shows there and is unread to nobody.
 */
export async function writeNote(
  tx: Tx,
  room: RoomCounters,
  { senderId, kind, body }: { senderId: string; kind: Exclude<MessageKind, 'text'>; body: string },
): Promise<Message> {
  const id = newId()
  const [seq, version] = [++room.last_seq, ++room.version]
  await insertNote(tx, { id, room_id: room.id, kind, body, sender_id: senderId, client_id: newId(), seq, version })
  const [row] = await listMessageRows(tx, [id])
  if (!row) throw new Error('A note that was written cannot be read.')
  return toMessage(row)
}
