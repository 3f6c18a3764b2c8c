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
/** Of the rooms of one read; a larger one than a full snapshot is read by itself. */
const mostMembers = 5_000

export const snapshotOf = (users: PresenceOf[]): Roster => new EventFrames<PresenceEvent>({ type: 'snapshot', users })

/** Reads who is there once for all who come together; after a restart, those are all who watch a room. */
export function createRosters(
  db: Db,
  presence: Pick<Presence, 'statusOf' | 'listOnline'>,
  together: Together,
): Rosters {
  return together(
    {
      keyOf: ({ roomId }) => roomId,
      sizeOf: ({ members }) => (members > fullSnapshot ? Infinity : members),
      most: mostMembers,
    },
    async (rooms: [Peopled, ...Peopled[]]) => {
      const rosters = new Map<string, PresenceOf[]>(rooms.map(({ roomId }) => [roomId, []]))
      const among = rooms[0].members > fullSnapshot ? presence.listOnline() : undefined
      for (const { room_id, id, last_seen_at } of await listLastSeenIn(db, [...rosters.keys()], among))
        rosters.get(room_id)?.push({ id, status: presence.statusOf(id), lastSeenAt: last_seen_at })
      return rooms.map(({ roomId }) => snapshotOf(rosters.get(roomId) ?? []))
    },
  )
}
