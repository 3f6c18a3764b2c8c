import { limits } from '@parley/contract/limits'
import type { MessageEvent } from '@parley/contract/messages'
import type { Db } from '@parley/db/database'
import { EventFrames } from '../realtime/frames.js'
import type { Together } from '../together.js'
import { type MessageRow, toMessage } from './mapper.js'
import { listChanged } from './queries.js'

/** What was missed of a room, ready to be sent: in ascending version, each change once. */
export type Backlog = EventFrames<MessageEvent>[]

/** The last version that somebody has of a room, and from which message on they may see it. */
interface Missed {
  roomId: string
  visibleFrom: number
  after: number
}

/** At most one more than a watcher may be behind: that is too many. */
export type Backlogs = (missed: Missed) => Promise<Backlog>

/** Reads and makes it once for all who come back together and lack the same. */
export const createBacklogs = (db: Db, together: Together): Backlogs =>
  together(
    // A statement each: the planner is told the version.
    { keyOf: ({ roomId, visibleFrom, after }) => `${roomId} ${visibleFrom} ${after}`, most: 1 },
    async ([missed]) => [await readBacklog(db, missed)],
  )

async function readBacklog(db: Db, { roomId, visibleFrom, after }: Missed): Promise<Backlog> {
  const rows = await listChanged(db, { roomId, visibleFrom, limit: limits.catchUpMessages + 1 }, after)
  return rows.map((row) => new EventFrames(toEvent(row, visibleFrom)))
}

/** What changed in a room since a version, at most as much as a watcher may be behind. */
export async function readChanges(db: Db, roomId: string, after: number): Promise<MessageEvent[]> {
  const rows = await listChanged(db, { roomId, visibleFrom: 1, limit: limits.catchUpMessages }, after)
  return rows.map((row) => toEvent(row))
}

const toEvent = (row: MessageRow, visibleFrom?: number): MessageEvent => ({
  type: 'message',
  version: row.version,
  message: toMessage(row, visibleFrom),
})
