import type { Role } from '@parley/contract/rooms'
import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import { toMessage } from '../messages/mapper.js'
import type { Hub } from '../realtime/hub.js'
import { createPace } from '../realtime/pace.js'
import { activityTopic } from '../realtime/topics.js'
import type { Together } from '../together.js'
import type { Departures } from './departures.js'
import { toRoomSettings } from './mapper.js'
import { listActivity } from './queries-inbox.js'

/** Tells the inboxes of a room's members that something happened there. */
export interface Activity {
  /** At once, and then at most four times a second per room; in a large room once a second. */
  touch(roomId: string): void
  close(): void
}

const shortestPauseMs = 250
const longestPauseMs = 1_000

interface Parts {
  db: Db
  together: Together
  hub: Hub
  log: Logger
  departures: Departures
}

/** Tells all members what is new of one of them. */
export const tellMember = (
  hub: Hub,
  roomId: string,
  userId: string,
  change: { role?: Role; mutedUntil?: Date | null },
): void => hub.publish(activityTopic(roomId), { type: 'member', roomId, userId, ...change })

/** What is told is read from the database when it is told: the same bytes for every member, and never stale. */
export function createActivity({ db, together, hub, log, departures }: Parts): Activity {
  const read = together(
    { keyOf: (roomId) => roomId, most: 100, crowdMs: shortestPauseMs },
    async (roomIds: readonly string[]) => {
      const byId = new Map((await listActivity(db, roomIds)).map((row) => [row.id, row]))
      return roomIds.map((id) => byId.get(id))
    },
  )
  // A busy room costs a thousand inboxes a thousand frames a second, and a larger one no more for each.
  const pauseOf = (roomId: string) =>
    Math.min(Math.max(shortestPauseMs, hub.countListeners(activityTopic(roomId))), longestPauseMs)
  const pace = createPace(pauseOf, (roomId) => {
    tell(roomId).catch((error) => log.error({ err: error, roomId }, 'activity was not told'))
  })

  async function tell(roomId: string): Promise<void> {
    const row = await read(roomId)
    if (!row) return
    await departures.settle(db, [row])
    hub.publish(activityTopic(roomId), {
      type: 'activity',
      roomId,
      lastSeq: row.last_seq,
      lastMain: row.last_main,
      version: row.version,
      memberCount: row.member_count,
      lastMessage: row.last_message && toMessage(row.last_message),
      ...toRoomSettings(row),
    })
  }

  return {
    touch(roomId) {
      if (hub.countListeners(activityTopic(roomId)) > 0) pace.touch(roomId)
    },
    close: pace.close,
  }
}
