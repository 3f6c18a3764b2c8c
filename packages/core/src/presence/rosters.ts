import type { PresenceEvent, PresenceOf } from '@parley/contract/presence'
import type { Db } from '@parley/db/database'
import { EventFrames } from '../realtime/frames.js'
import type { Together } from '../together.js'
import type { Presence } from './presence.js'
import { listLastSeenIn } from './queries.js'

/** How present the members of a room are, ready to be sent. */
export type Roster = EventFrames<PresenceEvent>

/** A room, and how many members it has. */
interface Peopled {
  roomId: string
  members: number
}

export type Rosters = (room: Peopled) => Promise<Roster>

/** Above this many members a room's snapshot names only those who are there. */
const fullSnapshot = 500

export const snapshotOf = (users: PresenceOf[]): Roster => new EventFrames<PresenceEvent>({ type: 'snapshot', users })

/** Reads who is there once for all who come together; after a restart, those are all who watch a room. */
export function createRosters(
  db: Db,
  presence: Pick<Presence, 'statusOf' | 'listOnline'>,
  together: Together,
): Rosters {
  async function readRosters(roomIds: string[], among?: string[]): Promise<Map<string, PresenceOf[]>> {
    const rosters = new Map<string, PresenceOf[]>(roomIds.map((id) => [id, []]))
    if (roomIds.length === 0) return rosters
    for (const { room_id, id, last_seen_at } of await listLastSeenIn(db, roomIds, among))
      rosters.get(room_id)?.push({ id, status: presence.statusOf(id), lastSeenAt: last_seen_at })
    return rosters
  }

  return together<Peopled, Roster>(
    async (rooms) => {
      const isSmall = ({ members }: Peopled) => members <= fullSnapshot
      const idsOf = (some: Peopled[]) => some.map(({ roomId }) => roomId)
      const [small, large] = await Promise.all([
        readRosters(idsOf(rooms.filter(isSmall))),
        readRosters(idsOf(rooms.filter((room) => !isSmall(room))), presence.listOnline()),
      ])
      return rooms.map(({ roomId }) => snapshotOf(small.get(roomId) ?? large.get(roomId) ?? []))
    },
    { keyOf: ({ roomId }) => roomId },
  )
}
