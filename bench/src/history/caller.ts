import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@parley/core/clock'
import type { CoreConfig, Deps } from '@parley/core/context'
import { createDeps } from '@parley/core/deps'
import type { Database, Db } from '@parley/db/database'
import { openPostgres } from '@parley/db/postgres'
import { createCaller } from '@parley/router/root'
import { Kysely, PostgresDialect } from 'kysely'

const log = { debug: () => {}, info: () => {}, warn: console.warn, error: console.error } as unknown as Deps['log']

/** Calls procedures inside this process, on a database whose statements are counted. */
export function openCaller(url: string, userId: string) {
  let statements = 0
  const dialect = new PostgresDialect({ pool: openPostgres(url, console.error) })
  const db: Db = new Kysely<Database>({ dialect, log: () => void statements++ })
  const config: CoreConfig = {
    jwtSecret: 'x'.repeat(32),
    signup: 'open',
    jwtSecretPrevious: null,
    oidcProviders: [],
    messageRate: null,
    editWindowMs: null,
    linkPreviews: false,
    authRate: null,
    publicUrl: new URL('http://localhost'),
    mail: null,
    files: { folder: join(tmpdir(), 'parley-bench-files'), s3: null },
    showSecrets: false,
  }
  const deps = createDeps(config, { db, log })
  const user = { id: userId, username: 'person0', displayName: 'Person 0', avatarUrl: null }
  const caller = createCaller({
    ...deps,
    requestId: 'bench',
    caller: { ip: '127.0.0.1', userAgent: null, connection: null },
    session: { id: userId, expiresAt: new Date(systemClock.now() + 3_600_000), scopes: null, user },
    cookies: null,
  })
  const close = async () => {
    await deps.close()
    await db.destroy()
  }
  return { caller, presence: deps.presence, countStatements: () => statements, close }
}

export type Caller = ReturnType<typeof openCaller>['caller']
