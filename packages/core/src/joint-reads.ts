import type { Db } from '@parley/db/database'
import DataLoader from 'dataloader'
import { listLiveSessions } from './auth/queries-sessions.js'
import { listBlocksOf } from './blocks/queries.js'
import { createGathering, type Door } from './gathering.js'
import { listRoomsFor, listVisible, type RoomOfPerson } from './rooms/queries.js'
import { listActivity } from './rooms/queries-inbox.js'

/**
 * What everybody reads who opens a socket and its feeds, and what is told of rooms: one statement for all who ask
 * together, so that ten thousand who come back after a restart cost a few hundred. Nothing is kept: a read begins after
 * the last of them has asked, so that it is as fresh for each as one of their own.
 */
export function createJointReads(db: Db, door: Readonly<Door>) {
  const together = createTogether(door)
  /** The rows of each person, of one statement for all of them. */
  const allOfEach = <R extends { user_id: string }>(list: (userIds: readonly string[]) => Promise<R[]>) =>
    together<string, R[]>(async (userIds) => {
      const byPerson = new Map<string, R[]>(userIds.map((id) => [id, []]))
      for (const row of await list([...byPerson.keys()])) byPerson.get(row.user_id)?.push(row)
      return userIds.map((id) => byPerson.get(id) ?? [])
    })
  return {
    /** A room as its members' inboxes show it. */
    activity: together<string, Row<typeof listActivity> | undefined>(async (roomIds) => {
      const byId = new Map((await listActivity(db, roomIds)).map((row) => [row.id, row]))
      return roomIds.map((id) => byId.get(id))
    }),
    liveSession: together<string, Row<typeof listLiveSessions> | undefined>(async (ids) => {
      const rows = await listLiveSessions(db, [...new Set(ids)])
      const byId = new Map(rows.map((row) => [row.session_id, row]))
      return ids.map((id) => byId.get(id))
    }),
    room: together<RoomOfPerson, Row<typeof listRoomsFor> | undefined>(async (asked) => {
      const rows = await listRoomsFor(db, asked)
      const byBoth = new Map(rows.map((row) => [`${row.id} ${row.user_id}`, row]))
      return asked.map(({ roomId, userId }) => byBoth.get(`${roomId} ${userId}`))
    }),
    visibleRooms: allOfEach((userIds) => listVisible(db, userIds)),
    /** Whom each of them does not want to hear of. */
    blocks: allOfEach((userIds) => listBlocksOf(db, userIds)),
  }
}

export type JointReads = ReturnType<typeof createJointReads>

type Row<T extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<T>>[number]

const createTogether =
  (door: Readonly<Door>) =>
  <K, V>(read: (keys: readonly K[]) => Promise<V[]>): ((key: K) => Promise<V>) => {
    const loader = new DataLoader<K, V>(read, {
      cache: false,
      maxBatchSize: 500,
      batchScheduleFn: createGathering(door),
    })
    return (key) => loader.load(key)
  }
