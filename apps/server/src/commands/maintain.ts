import { createSeals } from '@parley/core/auth/seals'
import { makeDefault } from '@parley/core/rooms/default-rooms'
import { outrunRestored } from '@parley/core/rooms/maintain'
import { resealFactors } from '@parley/core/second-factor/resealing'
import { type Config, ConfigError, maskConfig } from '../config.js'
import { createLog } from '../log.js'
import { openMigrated } from './database.js'

/** Brings the schema up to date, and what is sealed under the secret of now. */
export async function runMigrate(config: Config): Promise<void> {
  const log = createLog('info')
  const database = await openMigrated(config, log)
  if (config.jwtSecret) await resealFactors(database.db, createSeals(config.jwtSecret, config.jwtSecretPrevious), log)
  await database.close()
  console.log('The schema is up to date.')
}

/** To be run once after a restore: no client can resume into a past that was rewritten. */
export async function afterRestore(config: Config): Promise<void> {
  const database = await openMigrated(config, createLog('warn'))
  const rooms = await outrunRestored(database.db)
  await database.close()
  console.log(`Lifted the version of ${rooms} rooms.`)
}

/** Everybody who registers from now on is in the public rooms of this name, or, with `off`, not. */
export async function setDefaultRoom(
  config: Config,
  name: string | undefined,
  { off }: { off: boolean },
): Promise<void> {
  if (!name) throw new ConfigError('--name is required.')
  const database = await openMigrated(config, createLog('warn'))
  const rooms = await makeDefault(database.db, name, !off)
  await database.close()
  if (rooms === 0) throw new ConfigError(`There is no public room named ${name}.`)
  console.log(`${off ? 'Nobody is' : 'Everybody who registers from now on is'} in ${name} by default.`)
}

/** Says what is configured and whether the parts answer. */
export async function doctor(config: Config): Promise<void> {
  console.log(JSON.stringify(maskConfig(config), null, 2))
  const database = await openMigrated(config, createLog('warn'))
  await database.close()
  console.log(`Database (${database.kind}): answers, migrated.`)
}
