import { setFlagsFromString } from 'node:v8'
import { drawSetupCode } from '@parley/core/setup/service'
import { startApp } from '../app.js'
import { type Config, maskConfig } from '../config.js'
import { createLog } from '../log.js'
import { openMigrated } from './database.js'

/**
 * By how much the heap may grow, in percent, before its garbage is collected. V8 would let it double and more, and after a
 * crowd has come thousands of sockets would stand scattered over twice the pages that they need.
 */
const heapGrowth = 40

/** Serves until SIGTERM or SIGINT, then drains and exits with 0. */
export async function serve(config: Config): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`)
  const log = createLog(config.logLevel)
  log.info(maskConfig(config), 'starting')
  const database = await openMigrated(config, log)
  // Before anybody is served: what fails at the start is to fail before the process says that it is ready.
  const setupCode = await drawSetupCode(database.db)
  const app = await startApp(config, { database, log, forMany: true })
  log.info({ url: app.url, publicUrl: config.publicUrl.origin, database: database.kind }, 'ready')

  const page = new URL('/settings/administrator', config.publicUrl).href
  if (setupCode)
    log.warn({ setupCode, page }, 'there is no administrator yet: who is logged in becomes one with this code')

  const stop = async (signal: NodeJS.Signals) => {
    log.info({ signal }, 'draining')
    setTimeout(() => process.exit(0), 9_000).unref()
    await app.drain()
    await app.close()
    await database.close()
    log.info('stopped')
    process.exit(0)
  }
  process.once('SIGTERM', (signal) => void stop(signal))
  process.once('SIGINT', (signal) => void stop(signal))
}
