import { findSessionOf } from '@parley/core/auth/access'
import type { RequestCtx } from '@parley/router/request-context'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { readBearer } from './bearer.js'
import { clientIp } from './client-ip.js'
import { accessCookieOf, cookiesOf } from './cookies.js'
import { holdStream, wantsEvents } from './event-stream.js'

/** What the calls of one HTTP request share. */
export async function createHttpContext(
  parts: AppParts,
  request: FastifyRequest,
  reply: FastifyReply,
  isStream = wantsEvents(request),
): Promise<RequestCtx> {
  const { config, deps, secure } = parts
  const token = readBearer(request.headers.authorization) ?? accessCookieOf(request.cookies, secure)
  const session = await findSessionOf(deps, token)
  if (session && isStream) holdStream(parts, session, request, reply)
  return {
    ...deps,
    requestId: request.id,
    caller: {
      ip: clientIp(request.raw, config.proxies),
      userAgent: request.headers['user-agent'] ?? null,
      connection: null,
    },
    session,
    cookies: cookiesOf(request, reply, secure),
  }
}
