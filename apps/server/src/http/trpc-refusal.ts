import type { RequestCtx } from '@parley/router/request-context'
import { appRouter } from '@parley/router/root'
import { getTRPCErrorShape, TRPCError, transformTRPCResponse } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { headersFor } from './trpc-headers.js'

const config = appRouter._def._config

/** Refuses a request before it comes to a procedure, as tRPC says it: its clients find the error where they look. */
export function refuseCall(request: FastifyRequest, reply: FastifyReply, error: TRPCError): FastifyReply {
  const path = (request.params as { path?: string }).path
  // All of it that the error's shape asks for.
  const ctx = { requestId: request.id } as RequestCtx
  const shape = getTRPCErrorShape({ config, error, type: 'unknown', path, input: undefined, ctx })
  return reply
    .code(getHTTPStatusCodeFromError(error))
    .headers({ ...headersFor([error]), 'content-type': 'application/json' })
    .send(JSON.stringify(transformTRPCResponse(config, { error: shape })))
}

const codes: Partial<Record<number, TRPCError['code']>> = {
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}

/** What Fastify says of a request that it cannot read, such as one with a body that is too large. */
export function toRefusal({ statusCode = 500, message, ...rest }: FastifyError): TRPCError {
  if (statusCode >= 500) return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: rest })
  return new TRPCError({ code: codes[statusCode] ?? 'BAD_REQUEST', message })
}
