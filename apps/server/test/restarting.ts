import { cp, rm } from 'node:fs/promises'
import { createTestDatabase, createTestFolder } from '@parley/testkit/databases'
import { freePort, startServer } from '@parley/testkit/server-process'

/** `parley serve` on a database that outlives it, to be stopped and started again at the same address. */
export async function serverThatRestarts() {
  const database = await createTestDatabase()
  const dataDir = await createTestFolder()
  // `serve` keeps its embedded database in DATA_DIR/database.
  if (database.folder) await cp(database.folder, `${dataDir}/database`, { recursive: true })
  const env = {
    PORT: String(await freePort()),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    MESSAGE_RATE: '0',
    LINK_PREVIEWS: 'off',
    AUTH_RATE: '0',
    ...(database.url && { DATABASE_URL: database.url }),
  }
  let server = await startServer(env)
  return {
    url: server.url,
    stop: (signal: NodeJS.Signals) => server.stop(signal),
    start: async () => void (server = await startServer(env)),
    async [Symbol.asyncDispose]() {
      await server.stop('SIGTERM')
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
