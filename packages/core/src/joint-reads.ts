import type { Db } from '@parley/db/database'
import DataLoader from 'dataloader'
import { listLiveSessions } from './auth/queries-sessions.js'
import { listRoomsFor, listVisible, type RoomOfPerson } from './rooms/queries.js'

/**
 * What everybody reads who opens a socket and its feeds: one statement for all who ask in one turn of the event loop,
 * so that ten thousand who come back after a restart cost a few hundred. Nothing is kept: a read begins after the last
 * of them has asked, so that it is as fresh for each as one of their own.
 */
export function createJointReads(db: Db) {
  return {
    liveSession: together<string, Row<typeof listLiveSessions>>(async (ids) => {
      const rows = await listLiveSessions(db, [...new Set(ids)])
      const byId = new Map(rows.map((row) => [row.session_id, row]))
      return ids.map((id) => byId.get(id))
    }),
    room: together<RoomOfPerson, Row<typeof listRoomsFor>>(async (asked) => {
      const rows = await listRoomsFor(db, asked)
      const byBoth = new Map(rows.map((row) => [`${row.id} ${row.user_id}`, row]))
      return asked.map(({ roomId, userId }) => byBoth.get(`${roomId} ${userId}`))
    }),
    visibleRooms: together<string, Row<typeof listVisible>[]>(async (userIds) => {
      const byPerson = new Map<string, Row<typeof listVisible>[]>(userIds.map((id) => [id, []]))
      for (const row of await listVisible(db, [...byPerson.keys()])) byPerson.get(row.user_id)?.push(row)
      return userIds.map((id) => byPerson.get(id))
    }),
  }
}

export type JointReads = ReturnType<typeof createJointReads>

type Row<T extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<T>>[number]

function together<K, V>(read: (keys: readonly K[]) => Promise<(V | undefined)[]>): (key: K) => Promise<V | undefined> {
  const loader = new DataLoader<K, V | undefined>(read, {
    cache: false,
    maxBatchSize: 500,
    batchScheduleFn: (run) => void setImmediate(run),
  })
  return (key) => loader.load(key)
}
