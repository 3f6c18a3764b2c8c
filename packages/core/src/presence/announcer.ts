import { setTimeout as sleep } from 'node:timers/promises'
import { limits } from '@parley/contract/limits'
import type { PresenceOf, PresenceStatus } from '@parley/contract/presence'
import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import type { Clock } from '../clock.js'
import type { Hub } from '../realtime/hub.js'
import { createPace } from '../realtime/pace.js'
import { roomPresenceTopic, userPresenceTopic } from '../realtime/topics.js'
import { listRoomsOfAll } from '../rooms/access.js'
import { saveLastSeen } from './queries.js'

/** Tells those who watch a person, or a room they are in, that they come or go. */
export interface Announcer {
  announce(userId: string): void
  close(): Promise<void>
}

interface Parts {
  db: Db
  hub: Hub
  clock: Clock
  log: Logger
  statusOf(userId: string): PresenceStatus
}

/** Above this many members, a room's changes are told together. */
const largeRoom = 100
/** More than these within one telling come back after a restart, or leave before one. */
const crowd = 10
/**
 * How long the next of a crowd are waited for: told together, they take one write to each who watches. And how long who
 * could not be told of waits for another try.
 */
const pauseMs = 1_000

/**
 * Whoever changes while others are being told of is told of next, together with all who changed meanwhile: one change
 * is told at once, and ten thousand after a restart take a handful of statements, some each second. A large room hears of changes ten
 * times a second, and of each person only how they are by then.
 */
export function createAnnouncer({ db, hub, clock, log, statusOf }: Parts): Announcer {
  let changed = new Set<string>()
  let telling: Promise<void> | undefined
  const closing = new AbortController()
  const waiting = new Map<string, Map<string, PresenceOf>>()
  const pace = createPace(
    () => limits.largeRoomPaceMs,
    (roomId) => {
      for (const user of waiting.get(roomId)?.values() ?? [])
        hub.publish(roomPresenceTopic(roomId), { type: 'change', user })
      waiting.delete(roomId)
    },
  )

  function publish(user: PresenceOf, rooms: { id: string; memberCount: number }[]): void {
    const small = rooms.filter(({ memberCount }) => memberCount <= largeRoom).map(({ id }) => roomPresenceTopic(id))
    hub.publish([userPresenceTopic(user.id), ...small], { type: 'change', user })
    for (const { id, memberCount } of rooms) {
      if (memberCount <= largeRoom || hub.countListeners(roomPresenceTopic(id)) === 0) continue
      waiting.set(id, (waiting.get(id) ?? new Map<string, PresenceOf>()).set(user.id, user))
      pace.touch(id)
    }
  }

  async function tell(userIds: string[]): Promise<void> {
    const lastSeenAt = new Date(clock.now())
    await saveLastSeen(db, userIds, lastSeenAt)
    const rooms = await listRoomsOfAll(db, userIds)
    for (const id of userIds) publish({ id, status: statusOf(id), lastSeenAt }, rooms.get(id) ?? [])
  }

  async function tellAll(): Promise<void> {
    while (changed.size > 0) {
      const userIds = [...changed]
      changed = new Set()
      const told = await tell(userIds).then(
        () => true,
        (error: unknown) => {
          log.error({ err: error, people: userIds.length }, 'presence was not told; trying again')
          return false
        },
      )
      if (!told && closing.signal.aborted) break
      if (!told) for (const userId of userIds) changed.add(userId)
      if (!told || userIds.length > crowd) await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => {})
    }
    telling = undefined
  }

  return {
    announce(userId) {
      changed.add(userId)
      telling ??= tellAll()
    },
    async close() {
      closing.abort()
      await telling
      pace.close()
    },
  }
}
