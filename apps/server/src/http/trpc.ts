import { limits } from '@parley/contract/limits'
import { type AppRouter, appRouter } from '@parley/router/root'
import { type FastifyHandlerOptions, fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { answerCalls } from './trpc-answer.js'
import { readPlainCalls } from './trpc-calls.js'
import { createHttpContext } from './trpc-context.js'
import { headersFor } from './trpc-headers.js'
import { refuseCall, toRefusal } from './trpc-refusal.js'

/** Serves the router at `/trpc` over HTTP, subscriptions as Server-Sent Events. */
export function serveTrpc(app: FastifyInstance, parts: AppParts): void {
  const stock: FastifyHandlerOptions<AppRouter, FastifyRequest, FastifyReply> = {
    router: appRouter,
    maxBatchSize: limits.batchCalls,
    // An event stream has headers of tRPC's own, which keep proxies from holding it back.
    responseMeta: ({ errors, type }) => (type === 'subscription' ? {} : { headers: headersFor(errors) }),
    createContext: ({ req, res, info }) => createHttpContext(parts, req, res, info.type === 'subscription'),
  }

  app.register(async (scope) => {
    // Bodies are read by who answers, so that what cannot be read is answered in tRPC's way too.
    scope.removeContentTypeParser(['application/json', 'multipart/form-data'])
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    scope.addContentTypeParser('multipart/form-data', {}, (_request, body, done) => done(null, body))

    scope.setErrorHandler<FastifyError>((error, request, reply) => {
      const refusal = toRefusal(error)
      if (refusal.code === 'INTERNAL_SERVER_ERROR')
        parts.deps.log.error({ reqId: request.id, err: error }, 'request failed')
      return refuseCall(request, reply, refusal)
    })

    scope.all<{ Params: { path: string } }>('/trpc/:path', async (request, reply) => {
      const plain = readPlainCalls(request)
      if (plain) return answerCalls(plain, () => createHttpContext(parts, request, reply), reply)
      const { path } = request.params
      await fastifyRequestHandler({ ...stock, req: request, res: reply, path })
      return reply
    })
  })
}
