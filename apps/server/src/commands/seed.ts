import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashPassword } from '@parley/core/auth/passwords'
import { isEmpty } from '@parley/core/users/service'
import { seedDemo } from '@parley/db/seed'
import { type Config, ConfigError } from '../config.js'
import { createLog } from '../log.js'
import { openMigrated } from './database.js'

const people = [
  { displayName: 'Ana Torres', username: 'ana' },
  { displayName: 'Ben Okafor', username: 'ben' },
]

/** Fills an empty database with demo people and talk; their log-ins are kept in the data folder. */
export async function seed(config: Config, { ifEmpty }: { ifEmpty: boolean }): Promise<void> {
  const log = createLog('warn')
  const database = await openMigrated(config, log)
  try {
    if (!(await isEmpty(database.db))) {
      if (ifEmpty) return
      throw new ConfigError('There are people in this database already; demo data goes into an empty one only.')
    }
    const logIns = people.map((person) => ({ ...person, password: randomBytes(9).toString('base64url') }))
    const hashes = await Promise.all(
      logIns.map(async ({ username, password }) => [username, await hashPassword(password)] as const),
    )
    const counts = await seedDemo(database.db, { passwordHashes: Object.fromEntries(hashes), now: new Date() })
    const path = join(config.dataDir, 'demo-log-ins.json')
    await writeFile(path, `${JSON.stringify(logIns, null, 2)}\n`, { mode: 0o600 })
    console.log(
      `Demo data: ${counts.people} people, ${counts.rooms} rooms, ${counts.messages} messages. Log-ins are in ${path}.`,
    )
  } finally {
    await database.close()
  }
}
