import type { LiveSession } from '@parley/core/auth/access'
import { AppError } from '@parley/core/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AppParts } from '../app.js'
import { bounds } from '../ws/bounds.js'

export const wantsEvents = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('text/event-stream') ?? false

/** A longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1

/** When who has too many may try again; one has to end meanwhile. */
const retryAfterMs = 5_000

/**
 * An event stream stands for its person as a socket does: present while it is open, and over when its access token is.
 * A session or API token holds as many as a socket may have subscriptions.
 */
export function holdStream(
  { deps, streams }: AppParts,
  session: LiveSession,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  if (reply.raw.destroyed) return
  const open = streams.get(session.id) ?? 0
  if (open >= bounds.subscriptions)
    throw new AppError('rate_limited', `One session holds at most ${bounds.subscriptions} event streams at once.`, {
      details: { retryAfterMs },
    })
  streams.set(session.id, open + 1)
  deps.presence.renew(session.user.id, request.id, { held: true })
  const left = Math.min((session.expiresAt?.getTime() ?? Infinity) - deps.clock.now(), longestTimerMs)
  const expiry = setTimeout(() => reply.raw.destroy(), left)
  reply.raw.once('close', () => {
    clearTimeout(expiry)
    deps.presence.release(session.user.id, request.id)
    const others = (streams.get(session.id) ?? 1) - 1
    if (others > 0) streams.set(session.id, others)
    else streams.delete(session.id)
  })
}
