import { pingDatabase } from '@parley/db/ping'
import type { FastifyInstance } from 'fastify'
import type { AppParts } from '../app.js'

/** `/healthz`: the process lives. `/readyz`: it can serve, with each part named. */
export function serveHealth(app: FastifyInstance, { deps, state }: AppParts): void {
  app.get('/healthz', () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const database = await pingDatabase(deps.db).catch((error: unknown) => {
      deps.log.warn({ err: error }, 'the database does not answer')
      return false
    })
    const ok = database && !state.draining
    return reply
      .code(ok ? 200 : 503)
      .send({ ok, draining: state.draining, checks: { database: database ? 'ok' : 'failed' } })
  })
}
