import { limits } from '@parley/contract/limits'
import type { MessageEvent } from '@parley/contract/messages'
import type { Db } from '@parley/db/database'
import { EventFrames } from '../realtime/frames.js'
import type { Together } from '../together.js'
import { type MessageRow, toMessage } from './mapper.js'
import { listMissed, type Missed } from './queries.js'

/** What was missed of a room, ready to be sent: in ascending version, each change once. */
export type Backlog = EventFrames<MessageEvent>[]

/** A room as it is now, and from where on somebody lacks what happened there. */
export interface Missing extends Missed {
  version: number
}

/** At most one more than a watcher may be behind: that is too many. */
export type Backlogs = (missing: Missing) => Promise<Backlog>

/** Reads what is missed of rooms once for all who come back together and lack the same. */
export const createBacklogs = (db: Db, together: Together): Backlogs =>
  together<Missing, Backlog>(
    async (asked) => {
      const read = await Promise.all(inGroups(asked).map((group) => readBacklogs(db, group)))
      return read.flat()
    },
    { keyOf: ({ roomId, visibleFrom, after }) => `${roomId} ${visibleFrom} ${after}` },
  )

/** No statement brings more than one watcher may be behind: messages may be long. */
function inGroups(asked: readonly Missing[]): Missing[][] {
  const groups: Missing[][] = []
  let left = 0
  for (const missing of asked) {
    const count = missing.version - missing.after
    if (count <= left) groups.at(-1)?.push(missing)
    else groups.push([missing])
    left = (count <= left ? left : limits.catchUpMessages) - count
  }
  return groups
}

async function readBacklogs(db: Db, missing: Missing[]): Promise<Backlog[]> {
  const backlogs: Backlog[] = missing.map(() => [])
  for (const { at, ...row } of await listMissed(db, missing, limits.catchUpMessages + 1))
    backlogs[at - 1]?.push(new EventFrames(toEvent(row, missing[at - 1]?.visibleFrom)))
  return backlogs
}

/** What changed in a room since a version, at most as much as a watcher may be behind. */
export async function readChanges(db: Db, roomId: string, after: number): Promise<MessageEvent[]> {
  const rows = await listMissed(db, [{ roomId, visibleFrom: 1, after }], limits.catchUpMessages)
  return rows.map((row) => toEvent(row))
}

const toEvent = (row: MessageRow, visibleFrom?: number): MessageEvent => ({
  type: 'message',
  version: row.version,
  message: toMessage(row, visibleFrom),
})
