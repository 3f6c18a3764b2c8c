import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../refusal.js'
import { headersFor } from './trpc-headers.js'

/** Refuses a request before it comes to a procedure, as tRPC says it: its clients find the error where they look. */
export function refuseCall(request: FastifyRequest, reply: FastifyReply, error: TRPCError): FastifyReply {
  const { path } = request.params as { path?: string }
  return reply
    .code(getHTTPStatusCodeFromError(error))
    .headers({ ...headersFor([error]), 'content-type': 'application/json' })
    .send(refusalOf({ type: 'unknown', path, requestId: request.id, error }))
}

const codes: Partial<Record<number, TRPCError['code']>> = {
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}

/** What Fastify says of a request that it cannot read, such as one with a body that is too large. */
export function toRefusal({ statusCode = 500, message }: FastifyError): TRPCError {
  if (statusCode >= 500) return new TRPCError({ code: 'INTERNAL_SERVER_ERROR' })
  return new TRPCError({ code: codes[statusCode] ?? 'BAD_REQUEST', message })
}
