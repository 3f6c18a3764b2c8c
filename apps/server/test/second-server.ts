import { startApp } from '@parley/server/app'
import { readConfig } from '@parley/server/config'
import { createTestFolder } from '@parley/testkit/databases'
import { connect, type Person } from '@parley/testkit/person'
import type { TestApp } from '@parley/testkit/test-app'
import { pino } from 'pino'

/** For the environment of the first server: both read each other's tokens. */
export const secret = { JWT_SECRET: 'known to both processes of this test' }

/** A second server on the database of the first. */
export async function startSecond(app: TestApp) {
  const env = {
    NODE_ENV: 'test',
    PORT: '0',
    LINK_PREVIEWS: 'off',
    MESSAGE_RATE: '0',
    AUTH_RATE: '0',
    DATA_DIR: await createTestFolder(),
  }
  return startApp(readConfig({ ...env, ...secret }), { database: app.database, log: pino({ level: 'silent' }) })
}

/** The person's client at another server. */
export const at = (url: string, { session }: Person) => connect(url, () => session.accessToken).trpc
