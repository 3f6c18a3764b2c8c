import { inputReader } from '@parley/router/bridge/read-input'
import type { Route } from '@parley/router/bridge/routes'
import type { RequestCtx } from '@parley/router/request-context'
import { logRefusal } from '@parley/router/trpc'
import { TRPCError } from '@trpc/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { abortWhenLeft } from '../http/abort.js'
import { createHttpContext } from '../http/trpc-context.js'
import { callProcedure } from '../http/trpc-procedure.js'
import { createAnswer } from './answer.js'
import type { Buckets } from './buckets.js'
import { streamEvents } from './events.js'
import { sendError } from './problem.js'

/**
 * Calls the procedure of a route and answers with what comes of it. Everything that is the same for all requests is
 * found out here, once.
 */
export function createHandler(parts: AppParts, route: Route, buckets: Buckets | null) {
  const { procedure, procedureName: path, type } = route
  const readInput = inputReader(route)
  const answer = createAnswer(route)

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const began = performance.now()
    let ctx: RequestCtx | undefined
    /** What a procedure throws it has said in the log already. */
    const toError = (thrown: unknown): TRPCError =>
      thrown instanceof TRPCError ? thrown : logRefusal(ctx ?? nobody(parts, request), { path, type, began }, thrown)
    try {
      ctx = await createHttpContext(parts, request, reply, type === 'subscription')
      await buckets?.take(ctx, reply)
      const input = readInput(request as never)
      if (type !== 'subscription')
        return await answer(request, reply, await callProcedure(procedure, { path, type, ctx }, input))
      const { signal } = abortWhenLeft(reply.raw)
      const output: unknown = await procedure({
        path,
        getRawInput: async () => input,
        ctx,
        type,
        signal,
        batchIndex: 0,
      })
      return await streamEvents(reply, output, toError)
    } catch (thrown) {
      return sendError(reply, toError(thrown))
    }
  }
}

/** For the log, where not even who calls could be found out. */
const nobody = ({ deps }: AppParts, { id }: FastifyRequest): RequestCtx =>
  ({ ...deps, requestId: id, session: null }) as unknown as RequestCtx
