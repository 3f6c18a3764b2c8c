import type { Db } from '@parley/db/database'
import { listLiveSessions } from './auth/queries-sessions.js'
import { listBlocksOf } from './blocks/queries.js'
import { listRoomsFor, listVisible, type RoomOfPerson } from './rooms/queries.js'
import type { Together } from './together.js'

/** Whoever comes waits for several of these, one after the other. */
const options = { most: 500, crowdMs: 250 }
const byId = { ...options, keyOf: (id: string) => id }

const placeOf = ({ roomId, userId }: RoomOfPerson) => `${roomId} ${userId}`

/** What everybody reads who opens a socket and its feeds: one statement for all who ask together. */
export function createJointReads(db: Db, together: Together) {
  /** The rows of each person, of one statement for all of them. */
  const allOfEach = <R extends { user_id: string }>(list: (userIds: readonly string[]) => Promise<R[]>) =>
    together(byId, async (userIds: readonly string[]) => {
      const byPerson = new Map<string, R[]>(userIds.map((id) => [id, []]))
      for (const row of await list(userIds)) byPerson.get(row.user_id)?.push(row)
      return userIds.map((id) => byPerson.get(id) ?? [])
    })
  return {
    liveSession: together(byId, async (ids: readonly string[]) => {
      const sessions = new Map((await listLiveSessions(db, ids)).map((row) => [row.session_id, row]))
      return ids.map((id) => sessions.get(id))
    }),
    room: together({ ...options, keyOf: placeOf }, async (asked: readonly RoomOfPerson[]) => {
      const rows = await listRoomsFor(db, asked)
      const byPlace = new Map(rows.map((row) => [placeOf({ roomId: row.id, userId: row.user_id }), row]))
      return asked.map((place) => byPlace.get(placeOf(place)))
    }),
    visibleRooms: allOfEach((userIds) => listVisible(db, userIds)),
    /** Whom each of them does not want to hear of. */
    blocks: allOfEach((userIds) => listBlocksOf(db, userIds)),
  }
}

export type JointReads = ReturnType<typeof createJointReads>
