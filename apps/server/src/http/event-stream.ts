import type { LiveSession } from '@parley/core/auth/access'
import type { Deps } from '@parley/core/context'
import type { FastifyReply, FastifyRequest } from 'fastify'

export const wantsEvents = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('text/event-stream') ?? false

/** A longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1

/** An event stream stands for its person as a socket does: present while it is open, and over when its access token is. */
export function holdStream(deps: Deps, session: LiveSession, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.raw.destroyed) return
  deps.presence.renew(session.user.id, request.id, { held: true })
  const left = Math.min((session.expiresAt?.getTime() ?? Infinity) - deps.clock.now(), longestTimerMs)
  const expiry = setTimeout(() => reply.raw.destroy(), left)
  reply.raw.once('close', () => {
    clearTimeout(expiry)
    deps.presence.release(session.user.id, request.id)
  })
}
