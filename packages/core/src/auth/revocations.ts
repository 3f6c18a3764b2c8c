import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import type { Hub } from '../realtime/hub.js'
import { listJustRevoked } from './queries-revocations.js'

const everyMs = 500

/**
 * Ends here what another process revoked: `parley user disable`, or a server beside this one. The database is asked
 * twice a second, so that a revoked session keeps its socket for less than one; two index look-ups on a handful of rows.
 */
export function watchRevocations({ db, hub, log }: { db: Db; hub: Hub; log: Logger }): { close(): Promise<void> } {
  let told = new Set<string>()
  let failing = false
  let looking = Promise.resolve()

  async function look(): Promise<void> {
    const revoked = await listJustRevoked(db)
    for (const id of revoked) if (!told.has(id)) hub.revokeSession(id)
    told = new Set(revoked)
    failing = false
  }

  function complain(error: unknown): void {
    if (!failing) log.warn({ err: error }, 'what was revoked elsewhere cannot be read')
    failing = true
  }

  let due: NodeJS.Timeout
  const wait = () => {
    due = setTimeout(() => {
      looking = look().catch(complain).finally(wait)
    }, everyMs)
  }
  wait()

  return {
    async close() {
      await looking
      clearTimeout(due)
    },
  }
}
