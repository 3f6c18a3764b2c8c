import type { Db, Tx } from '@parley/db/database'
import { LRUCache } from 'lru-cache'
import type { Hub } from '../realtime/hub.js'
import { inboxTopic } from '../realtime/topics.js'
import { findDepartures, listMembersAmong } from './queries-departures.js'

/** How many have left a room by now, as its row counts them. */
export interface Departed {
  id: string
  departures: number
}

/**
 * Another process on the same database may take somebody out of a room that they listen to here; while servers take turns at a
 * deployment there are two. So nothing of a room is told before it is known that nobody has left it unheard.
 */
export interface Departures {
  /** Ends the feeds of those who are not members any more, if anybody has left since this process last looked. */
  settle(db: Db | Tx, rooms: Departed[]): Promise<void>
  /** The same of one room, as it is now. */
  check(roomId: string): Promise<void>
  /** What this process did itself, and has told: committed. */
  note(rooms: Iterable<Departed>): void
}

/** Ends the person's feeds of the room and tells their inboxes, which hear of it no more. */
export function endListening(hub: Hub, roomId: string, userId: string): void {
  hub.revoke(userId, roomId)
  hub.publish(inboxTopic(userId), { type: 'left', roomId })
}

/** Rooms of which is remembered how many have left; of any other, it is looked who is there. */
const remembered = 10_000

export function createDepartures({ db, hub }: { db: Db; hub: Hub }): Departures {
  const known = new LRUCache<string, number>({ max: remembered })

  async function settle(from: Db | Tx, rooms: Departed[]): Promise<void> {
    for (const { id, departures } of rooms) {
      if ((known.get(id) ?? -1) >= departures) continue
      const listening = hub.listListeners(id)
      const members = new Set(listening.length > 0 ? await listMembersAmong(from, id, listening) : [])
      for (const userId of listening) if (!members.has(userId)) endListening(hub, id, userId)
      known.set(id, departures)
    }
  }

  return {
    settle,
    async check(roomId) {
      const room = await findDepartures(db, roomId)
      if (room) await settle(db, [room])
    },
    note(rooms) {
      for (const { id, departures } of rooms) known.set(id, departures)
    },
  }
}
