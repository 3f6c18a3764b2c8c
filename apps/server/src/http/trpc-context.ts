import { findSessionOf } from '@parley/core/auth/access'
import type { RequestCtx } from '@parley/router/request-context'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { readBearer } from './bearer.js'
import { clientIp } from './client-ip.js'
import { accessCookieOf, cookiesOf } from './cookies.js'

/** What the calls of one HTTP request share. `isStream`: it is answered with an event stream, whatever it says it accepts. */
export async function createHttpContext(
  { config, deps, secure, streams }: AppParts,
  request: FastifyRequest,
  reply: FastifyReply,
  isStream = false,
): Promise<RequestCtx> {
  const token = readBearer(request.headers.authorization) ?? accessCookieOf(request.cookies, secure)
  const session = await findSessionOf(deps, token)
  const ip = clientIp(request.raw, config.proxies)
  if (session && isStream) streams.hold(session, ip, request, reply)
  return {
    ...deps,
    requestId: request.id,
    caller: {
      ip,
      userAgent: request.headers['user-agent'] ?? null,
      connection: null,
      ...(isStream && { cut: () => void reply.raw.destroy() }),
    },
    session,
    cookies: cookiesOf(request, reply, secure),
  }
}
