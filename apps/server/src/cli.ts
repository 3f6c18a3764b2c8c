#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { AppError } from '@parley/core/errors'
import { FolderInUseError } from '@parley/db/lock-folder'
import { MigrationError } from '@parley/db/migrate'
import { ConfigError, readConfig } from './config.js'

const usage = `parley COMMAND

  serve                    serve web and API; migrates first
  migrate                  bring the schema up to date
  seed [--if-empty]        demo people and talk, into an empty database
  user create --email E --username U --password P [--displayName N]
  user disable --login L   shut somebody out, by username or e-mail address
  user enable --login L    let them in again
  user admin --login L [--off]    make somebody administrator; --off: no more
  user reset-password --login L   print a link to set another password
  room default --name N [--off]
                           who registers is in this public room; --off: no more
  doctor                   what is configured, and whether it answers
  after-restore            to be run once after restoring a backup
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'if-empty': { type: 'boolean', default: false },
    login: { type: 'string' },
    email: { type: 'string' },
    username: { type: 'string' },
    password: { type: 'string' },
    displayName: { type: 'string' },
    name: { type: 'string' },
    off: { type: 'boolean', default: false },
  },
})

/** Each command loads its own part only: `serve` need not read what `seed` is made of. */
async function run(command: string): Promise<void> {
  switch (command) {
    case 'serve':
      return (await import('./commands/serve.js')).serve(readConfig())
    case 'migrate':
      return (await import('./commands/maintain.js')).runMigrate(readConfig())
    case 'seed':
      return (await import('./commands/seed.js')).seed(readConfig(), { ifEmpty: values['if-empty'] })
    case 'user create': {
      const { email, username, password, displayName } = values
      return (await import('./commands/user.js')).createPerson(readConfig(), { email, username, password, displayName })
    }
    case 'user disable':
      return (await import('./commands/user.js')).disable(readConfig(), values.login)
    case 'user enable':
      return (await import('./commands/user.js')).enable(readConfig(), values.login)
    case 'user admin':
      return (await import('./commands/user.js')).admin(readConfig(), values.login, { off: values.off })
    case 'user reset-password':
      return (await import('./commands/user.js')).resetPassword(readConfig(), values.login)
    case 'room default': {
      const { name, off } = values
      return (await import('./commands/maintain.js')).setDefaultRoom(readConfig(), name, { off })
    }
    case 'doctor':
      return (await import('./commands/maintain.js')).doctor(readConfig())
    case 'after-restore':
      return (await import('./commands/maintain.js')).afterRestore(readConfig())
    default:
      throw new ConfigError(usage)
  }
}

try {
  await run(positionals.join(' '))
} catch (error) {
  const expected = [ConfigError, MigrationError, FolderInUseError, AppError].some((kind) => error instanceof kind)
  console.error(expected ? (error as Error).message : error)
  process.exit(1)
}
