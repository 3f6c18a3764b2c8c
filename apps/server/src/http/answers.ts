import { requireSession } from '@parley/core/auth/access'
import type { Ctx } from '@parley/core/context'
import { describeError, toTrpcError } from '@parley/router/errors'
import type { RequestCtx } from '@parley/router/request-context'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyReply } from 'fastify'

/** The context of a request outside of tRPC, of somebody who is logged in. */
export const toCtx = (ctx: RequestCtx): Ctx & RequestCtx => {
  const session = requireSession(ctx)
  return { ...ctx, session, actor: session.user }
}

/** Refuses a request outside of tRPC in the words of the contract, and says in the log why. */
export function refuse(ctx: RequestCtx, reply: FastifyReply, event: string, thrown: unknown): FastifyReply {
  const error = toTrpcError(thrown)
  const { message, ...described } = describeError(error)
  const entry = { reqId: ctx.requestId, userId: ctx.session?.user.id, event, err: thrown }
  if (described.appCode === 'internal') ctx.log.error(entry, 'request failed')
  else ctx.log.info(entry, 'request refused')
  const status = getHTTPStatusCodeFromError(error)
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ error: message, requestId: ctx.requestId, ...described })
}
