import { randomUUID } from 'node:crypto'
import type { RequestCtx } from '@parley/router/request-context'
import { appRouter } from '@parley/router/root'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify from 'fastify'
import { pino } from 'pino'

// Parley's router on tRPC's own Fastify adapter, and nothing else: no cookies, no headers of security, no database.

const log = pino({ level: 'silent' })
const app = Fastify({ routerOptions: { maxParamLength: 5_000 } })
await app.register(fastifyTRPCPlugin<typeof appRouter>, {
  prefix: '/trpc',
  trpcOptions: {
    router: appRouter,
    // All that a call asks of it that needs nobody.
    createContext: () => ({ requestId: randomUUID(), log, session: null }) as unknown as RequestCtx,
  },
})
app.get('/', () => 'ready')
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
