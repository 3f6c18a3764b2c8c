import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import { type Heartbeat, startHeartbeat } from '../heartbeat.js'
import type { Hub } from '../realtime/hub.js'
import type { Activity } from '../rooms/activity.js'
import { listVersions } from './queries-versions.js'

interface Parts {
  db: Db
  hub: Hub
  activity: Activity
  log: Logger
}

/**
 * Tells here what another process wrote and this one was not told: while servers take turns at a deployment, a call that
 * the old one still answers changes a room whose watchers are here already. The versions of the watched rooms are read
 * twice a second; what a room had come to at the look before, and was not delivered since, is fetched.
 */
export function watchWrites({ db, hub, activity, log }: Parts): Heartbeat {
  let before = new Map<string, number>()
  return startHeartbeat(log, 'what was written elsewhere cannot be read', async () => {
    const watched = hub.listWatched()
    const rooms = watched.length > 0 ? await listVersions(db, watched) : []
    for (const { id } of rooms) {
      const delivered = hub.versionOf(id)
      if (delivered === undefined || delivered >= (before.get(id) ?? 0)) continue
      hub.recheck(id)
      activity.touch(id)
    }
    before = new Map(rooms.map(({ id, version }) => [id, version]))
  })
}
