import type { LiveSession } from '@parley/core/auth/access'
import { networkOf } from '@parley/core/auth/network'
import type { Deps } from '@parley/core/context'
import { AppError } from '@parley/core/errors'
import { toTrpcError } from '@parley/router/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { createTally } from '../tally.js'
import { bounds } from '../ws/bounds.js'

/** The event streams of one process. */
export interface EventStreams {
  /** The stream stands for its person until it is over. Throws `rate_limited` where they, or their address, have too many. */
  hold(session: LiveSession, ip: string, request: FastifyRequest, reply: FastifyReply): void
}

/** A longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1
const retryAfterMs = 5_000
const lookMs = 5_000

/** An event stream stands for its person as a socket does: present while it is open, and over when its access token is. */
export function createEventStreams({ presence, clock }: Deps): EventStreams {
  const open = createTally()
  return {
    hold({ user, expiresAt }, ip, request, { raw }) {
      if (raw.destroyed) return
      const keys = [`person ${user.id}`, `address ${networkOf(ip)}`] as const
      if (open.of(keys[0]) >= bounds.streamsPerPerson || open.of(keys[1]) >= bounds.streamsPerIp)
        throw toTrpcError(
          new AppError('rate_limited', 'Too many event streams are open.', { details: { retryAfterMs } }),
        )
      for (const key of keys) open.add(key, 1)
      presence.renew(user.id, request.id, { held: true })
      const left = Math.min((expiresAt?.getTime() ?? Infinity) - clock.now(), longestTimerMs)
      const expiry = setTimeout(() => raw.destroy(), left)
      let unreadSince = Infinity
      // The pings of the stream alone fill the buffers of who never reads.
      const look = setInterval(() => {
        unreadSince = raw.writableNeedDrain ? Math.min(unreadSince, clock.now()) : Infinity
        if (clock.now() - unreadSince >= bounds.unreadMs) raw.destroy()
      }, lookMs)
      raw.once('close', () => {
        clearTimeout(expiry)
        clearInterval(look)
        for (const key of keys) open.add(key, -1)
        presence.release(user.id, request.id)
      })
    },
  }
}
