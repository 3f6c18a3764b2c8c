import { createServerDatabase } from '@parley/testkit/databases'
import { freePort, startServer } from '@parley/testkit/server-process'

/** `parley serve` on a database that outlives it, to be stopped and started again at the same address. */
export async function serverThatRestarts() {
  const database = await createServerDatabase()
  const env = {
    ...database.env,
    PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
    MESSAGE_RATE: '0',
    LINK_PREVIEWS: 'off',
    AUTH_RATE: '0',
  }
  let server = await startServer(env)
  return {
    url: server.url,
    stop: (signal: NodeJS.Signals) => server.stop(signal),
    start: async () => void (server = await startServer(env)),
    async [Symbol.asyncDispose]() {
      await server.stop('SIGTERM')
      await database.drop()
    },
  }
}
