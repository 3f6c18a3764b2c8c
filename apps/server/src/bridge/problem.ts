import { STATUS_CODES } from 'node:http'
import type { AppCode } from '@parley/contract/errors'
import type { Problem } from '@parley/contract/problems'
import { describeError } from '@parley/router/errors'
import type { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { headersFor } from '../http/trpc-headers.js'

/** Where the bridge is. */
export const bridgePath = '/api/v1'

interface Refusal {
  status: number
  appCode: AppCode
  detail: string
  details?: unknown
}

/** A refusal as RFC 9457 has it. There is nothing more to read about one than its title, so its type is `about:blank`. */
function toProblem({ status, appCode, detail, details }: Refusal, requestId: string): Problem {
  const title = STATUS_CODES[status] ?? 'Error'
  const problem = { type: 'about:blank', title, status, detail, appCode, requestId, errors: fieldsOf(details) }
  return appCode === 'rate_limited' && typeof details === 'object' ? { ...problem, ...details } : problem
}

function fieldsOf(details: unknown): Problem['errors'] {
  if (!Array.isArray(details)) return []
  return (details as { path: PropertyKey[]; message: string }[]).map(({ path, message }) => ({
    field: path.map(String).join('.'),
    message,
  }))
}

/** What a procedure or the way to it threw, as a problem. */
export function problemOf(error: TRPCError, requestId: string): Problem {
  const { message: detail, appCode, details } = describeError(error)
  return toProblem({ status: getHTTPStatusCodeFromError(error), appCode, detail, details }, requestId)
}

export const sendError = (reply: FastifyReply, error: TRPCError): FastifyReply =>
  send(reply.headers(headersFor([error])), problemOf(error, reply.request.id))

/** Refuses what did not get as far as a procedure. */
export const sendRefusal = (reply: FastifyReply, status: number, appCode: AppCode, detail: string): FastifyReply =>
  send(reply.header('cache-control', 'no-store'), toProblem({ status, appCode, detail }, reply.request.id))

/** What cannot be routed at all, such as a path that cannot be decoded. */
export function sendFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode: status = 400, message } = error
  if (request.url.startsWith(bridgePath)) sendRefusal(reply, status, 'invalid', message)
  else void reply.code(status).send({ error: message })
}

function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .serializer(JSON.stringify)
    .send(problem)
}
