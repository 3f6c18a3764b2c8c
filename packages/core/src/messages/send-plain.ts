import type { Db } from '@parley/db/database'
import { newId } from '../ids.js'
import { nothingKnown, make } from './make.js'
import { noWords } from './mention-words.js'
import type { PointerRow } from './queries-send.js'
import { insertPlain, type PlainRow } from './queries-plain.js'
import type { Send, SendRules, WrittenSends } from './send-batch.js'

/** What one statement wrote. */
export interface WrittenPlain extends Omit<WrittenSends, 'pointers'> {
  pointers: PointerRow[]
  /** Which of the sends these are, in the same order. */
  done: Set<number>
  /** The rooms that were written to, as they are now. */
  rooms: Map<string, { id: string; last_main: number; departures: number }>
}

/**
 * Whether the sends may be written by one statement: they name no message, file, person or page, and nobody says too
 * much. That is nearly all that people say, and it is on the disk after one round trip.
 */
export function arePlain(sends: Send[], { window }: SendRules): boolean {
  return sends.every(isPlain) && (sends.length === 1 || areDifferent(sends)) && window.fits(sends)
}

const isPlain = (send: Send) =>
  send.words === noWords &&
  !send.link &&
  !send.replyToId &&
  !send.threadRootId &&
  !send.alsoToRoom &&
  !send.attachmentIds?.length

const areDifferent = (sends: Send[]) =>
  new Set(sends.map((send) => `${send.roomId} ${send.senderId} ${send.clientId}`)).size === sends.length

/** Writes and commits what can be written without a closer look; the others are neither written nor refused by it. */
export async function writePlain(
  db: Db,
  sends: Send[],
  { clock, window }: SendRules,
  meanwhile: () => void,
): Promise<WrittenPlain> {
  const inserts = sends.map(({ roomId, senderId, clientId, body }) => ({
    id: newId(),
    roomId,
    senderId,
    clientId,
    body,
  }))
  const answer = insertPlain(db, inserts, new Date(clock.now()))
  setImmediate(meanwhile)
  const rows = await answer
  const written: WrittenPlain = {
    outcomes: [],
    changed: [],
    pointers: [],
    calls: [],
    standings: [],
    done: new Set(),
    rooms: new Map(),
  }
  for (const row of rows) {
    const [send, insert] = [sends[row.at - 1], inserts[row.at - 1]]
    if (!send || !insert) continue
    window.take(send)
    const place = { id: insert.id, seq: row.seq, mainNo: row.main_no, version: row.version, createdAt: row.now }
    const { message } = make(send, place, row.sender, nothingKnown)
    written.done.add(row.at - 1)
    written.outcomes.push({ sent: { message, duplicate: false } })
    written.changed.push(message)
    written.rooms.set(row.room_id, { id: row.room_id, last_main: row.main_no, departures: row.departures })
    if (row.user_id !== null) written.pointers.push(toPointer(row, row.user_id))
  }
  return written
}

/** Who sends has read everything up to there, and all that called them. */
const toPointer = (row: PlainRow, userId: string): PointerRow => ({
  room_id: row.room_id,
  user_id: userId,
  read_seq: row.seq,
  read_main: row.main_no,
  seen_seq: row.seq,
  read_version: row.read_version ?? 0,
  mention_seqs: [],
  cleared: row.cleared,
  shows_receipts: row.shows_receipts,
})
