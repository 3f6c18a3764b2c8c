import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import { type Heartbeat, startHeartbeat } from '../heartbeat.js'
import type { Hub } from '../realtime/hub.js'
import { listJustRevoked } from './queries-revocations.js'

/**
 * Ends here what another process revoked: `parley user disable`, or a server beside this one. The database is asked
 * twice a second, so that a revoked session keeps its socket for less than one; two index look-ups on a handful of rows.
 */
export function watchRevocations({ db, hub, log }: { db: Db; hub: Hub; log: Logger }): Heartbeat {
  let told = new Set<string>()
  return startHeartbeat(log, 'what was revoked elsewhere cannot be read', async () => {
    const revoked = await listJustRevoked(db)
    for (const id of revoked) if (!told.has(id)) hub.revokeSession(id)
    told = new Set(revoked)
  })
}
