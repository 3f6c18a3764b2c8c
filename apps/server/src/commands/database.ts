import { join } from 'node:path'
import { type OpenDatabase, openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import type { Logger } from 'pino'
import type { Config } from '../config.js'

/** The configured database, migrated. */
export async function openMigrated(config: Config, log: Logger): Promise<OpenDatabase> {
  const database = await openDatabase({
    url: config.databaseUrl,
    folder: join(config.dataDir, 'database'),
    onError: (error) => log.warn({ err: error }, 'a database connection broke'),
  })
  try {
    const ran = await migrate(database.db)
    if (ran.length > 0) log.info({ migrations: ran }, 'migrated')
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
