import { limits } from '@parley/contract/limits'
import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import { createHourly } from '../jobs/hourly.js'
import type { Storage } from '../storage/storage.js'
import { deleteUnsentBefore, forgetDoomed, listDoomed } from './queries.js'

/** Makes what nobody has any more go from the storage. */
export interface Sweeper {
  /** Removes what is listed as doomed; what fails is tried again within the hour. */
  sweep(): void
  /** The same, and before it uploads that nobody has sent for a day. Every process does it each hour. */
  collect(): Promise<void>
  close(): Promise<void>
}

export interface SweeperParts {
  db: Db
  storage: Storage
  log: Logger
  sweepFolder: () => Promise<void>
}

const atOnce = 100

export function createSweeper({ db, storage, log, sweepFolder }: SweeperParts): Sweeper {
  let sweeping: Promise<void> | null = null
  let again = false

  async function removeDoomed(): Promise<void> {
    for (let keys = await listDoomed(db, atOnce); keys.length > 0; keys = await listDoomed(db, atOnce)) {
      await storage.remove(keys)
      await forgetDoomed(db, keys)
      if (keys.length < atOnce) return
    }
  }

  /** One at a time; what is asked for meanwhile is done after it. */
  async function run(): Promise<void> {
    do {
      again = false
      await removeDoomed().catch((error: unknown) => log.warn({ err: error }, 'files could not be removed yet'))
    } while (again)
    sweeping = null
  }

  function sweep(): Promise<void> {
    again = true
    return (sweeping ??= run())
  }

  async function collect(): Promise<void> {
    await deleteUnsentBefore(db, new Date(Date.now() - limits.unsentFileHours * 60 * 60_000))
    await sweepFolder()
    await sweep()
  }

  const hourly = createHourly(log, 'collecting files', collect)
  return {
    sweep: () => void sweep(),
    collect,
    async close() {
      await hourly.close()
      await sweeping
    },
  }
}
