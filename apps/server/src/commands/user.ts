import { Register } from '@parley/contract/auth'
import { disablePerson, enablePerson } from '@parley/core/auth/disabling'
import { createUser } from '@parley/core/auth/service'
import { systemClock } from '@parley/core/clock'
import { makeResetLink } from '@parley/core/passwords/reset'
import { makeAdmin } from '@parley/core/setup/service'
import type { Db } from '@parley/db/database'
import { type Config, ConfigError } from '../config.js'
import { createLog } from '../log.js'
import { openMigrated } from './database.js'

/** Makes a person who can log in, whatever SIGNUP says. */
export async function createPerson(config: Config, input: Record<string, string | undefined>): Promise<void> {
  const parsed = Register.safeParse(input)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))
  await onDatabase(config, async (db) => {
    const userId = await createUser(db, parsed.data)
    return `Made ${parsed.data.username} (${userId}).`
  })
}

/** Shuts somebody out; a server that runs ends their sockets within a second. */
export const disable = (config: Config, login: string | undefined): Promise<void> =>
  onDatabase(config, async (db) => {
    await disablePerson(db, requireLogin(login))
    return `Disabled ${login}.`
  })

export const enable = (config: Config, login: string | undefined): Promise<void> =>
  onDatabase(config, async (db) => {
    await enablePerson(db, requireLogin(login))
    return `Enabled ${login}.`
  })

/** Prints a link with which somebody sets another password; it is good once, for half an hour. */
export const resetPassword = (config: Config, login: string | undefined): Promise<void> =>
  onDatabase(config, (db) => makeResetLink({ db, clock: systemClock }, config.publicUrl, requireLogin(login)))

/** Makes somebody administrator, or, with `off`, not. */
export const admin = (config: Config, login: string | undefined, { off }: { off: boolean }): Promise<void> =>
  onDatabase(config, async (db) => {
    await makeAdmin(db, requireLogin(login), !off)
    return `${login} is ${off ? 'no administrator any more' : 'an administrator'}.`
  })

function requireLogin(login: string | undefined): string {
  if (login) return login
  throw new ConfigError('--login: the username or e-mail address is missing')
}

/** Says what `act` says when it is done. */
async function onDatabase(config: Config, act: (db: Db) => Promise<string>): Promise<void> {
  const database = await openMigrated(config, createLog('warn'))
  try {
    console.log(await act(database.db))
  } finally {
    await database.close()
  }
}
