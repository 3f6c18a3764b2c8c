import type { Message } from '@parley/contract/messages'
import type { Db, Tx } from '@parley/db/database'
import type { Hub } from '../realtime/hub.js'
import { toMessage } from './mapper.js'
import { tellMentions } from './mentions.js'
import { listMessageRows } from './queries.js'
import { blankUnreachable, listRoomsWithWordsOf, listSaidBy } from './queries-erase.js'
import { deleteMentions } from './queries-mentions.js'
import type { RoomCounters } from './queries-send.js'
import { eraseMessage } from './queries-write.js'

/** A room is not held for longer than this many take. */
const atOnce = 100

export interface ErasedMessages {
  /** As they now are. */
  changed: Message[]
  onCommit: () => void
  /** Whether there may be more. */
  more: boolean
}

/** Takes back some of what somebody said in a room, under its lock; whose inboxes they called is told that they do not any more. */
export async function eraseSome(hub: Hub, tx: Tx, room: RoomCounters, userId: string): Promise<ErasedMessages> {
  const said = await listSaidBy(tx, room.id, userId, atOnce)
  const steps: (() => void)[] = []
  for (const { id, seq } of said) {
    await eraseMessage(tx, id, ++room.version)
    const called = await deleteMentions(tx, id)
    steps.push(() => tellMentions(hub, { roomId: room.id, seq, senderId: userId }, called, false))
  }
  const rows =
    said.length > 0
      ? await listMessageRows(
          tx,
          said.map(({ id }) => id),
        )
      : []
  const changed = rows.map((row) => toMessage(row)).toSorted((a, b) => a.version - b.version)
  return { changed, onCommit: () => steps.forEach((step) => step()), more: said.length === atOnce }
}

/** Where somebody has said something, also where they are no more. */
export const listRoomsOfWords = (db: Db, userId: string): Promise<string[]> => listRoomsWithWordsOf(db, userId)

/** What somebody said in rooms that are gone: nobody sees it, and yet it is there. */
export const eraseUnreachable = (tx: Tx, userId: string) => blankUnreachable(tx, userId)
