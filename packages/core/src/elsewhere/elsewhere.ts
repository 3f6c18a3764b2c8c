import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import { onBeat } from '../heartbeat.js'
import type { Hub } from '../realtime/hub.js'
import type { Activity } from '../rooms/activity.js'
import { type Elsewhere, readElsewhere } from './queries.js'

interface Parts {
  db: Db
  hub: Hub
  activity: Activity
  log: Logger
}

/** Looks at what other processes do, for as long as this one serves. */
export interface Lookout {
  /** Waits for what is being read, and reads no more. */
  close(): Promise<void>
}

/**
 * Tells here what another process did and this one was not told: `parley user disable`, or a server beside this one.
 * The database is asked twice a second, one look after the other, so that a revoked session keeps its socket for less
 * than one; look-ups by index on a handful of rows. While it does not answer, that is logged once.
 */
export function watchElsewhere({ db, hub, activity, log }: Parts): Lookout {
  const takes = [endRevoked(hub), tellWritten(hub, activity)]
  let failing = false
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    try {
      const elsewhere = await readElsewhere(db, hub.listWatched())
      for (const take of takes) take(elsewhere)
      failing = false
    } catch (error) {
      if (!failing) log.warn({ err: error }, 'what other processes did cannot be read')
      failing = true
    } finally {
      looking = undefined
    }
  }

  const stop = onBeat(() => void (looking ??= look()))
  return {
    async close() {
      stop()
      await looking
    },
  }
}

type Take = (elsewhere: Elsewhere) => void

function endRevoked(hub: Hub): Take {
  let told = new Set<string>()
  return ({ revoked }) => {
    for (const id of revoked) if (!told.has(id)) hub.revokeSession(id)
    told = new Set(revoked)
  }
}

/**
 * While servers take turns at a deployment, a call that the old one still answers changes a room whose watchers are here
 * already. What a room had come to at the look before, and was not delivered since, is fetched.
 */
function tellWritten(hub: Hub, activity: Activity): Take {
  let before = new Map<string, number>()
  return ({ rooms }) => {
    for (const { id } of rooms) {
      const delivered = hub.versionOf(id)
      if (delivered === undefined || delivered >= (before.get(id) ?? 0)) continue
      hub.recheck(id)
      activity.touch(id)
    }
    before = new Map(rooms.map(({ id, version }) => [id, version]))
  }
}
