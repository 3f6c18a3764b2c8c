import cookie from '@fastify/cookie'
import type { Deps } from '@parley/core/context'
import { appRouter } from '@parley/router/root'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify from 'fastify'
import { createEventStreams } from '../src/http/event-stream.js'
import { createHttpContext } from '../src/http/trpc-context.js'
import { headersFor } from '../src/http/trpc-headers.js'

/** The same router on the same deps, served by the adapter that comes with tRPC. */
export async function serveByStockAdapter(deps: Deps) {
  const app = Fastify({ routerOptions: { maxParamLength: 5_000 } })
  await app.register(cookie)
  const streams = createEventStreams(deps)
  const parts = { config: { proxies: 0 }, deps, secure: false, streams } as Parameters<typeof createHttpContext>[0]
  await app.register(fastifyTRPCPlugin<typeof appRouter>, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      maxBatchSize: 20,
      responseMeta: ({ errors }) => ({ headers: headersFor(errors) }),
      createContext: ({ req, res }) => createHttpContext(parts, req, res),
    },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, [Symbol.asyncDispose]: () => app.close() }
}
