import type { Rate } from '@parley/core/auth/limits'
import { networkOf } from '@parley/core/auth/network'
import { AppError } from '@parley/core/errors'
import type { RequestCtx } from '@parley/router/request-context'
import type { FastifyReply } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How much may be asked of the bridge: a bucket for each token or session, and one for each address without. */
export interface Buckets {
  /** Counts a request, tells in its answer what is left, and refuses what is too much. */
  take(ctx: RequestCtx, reply: FastifyReply): Promise<void>
}

/** The headers are those of draft-ietf-httpapi-ratelimit-headers-10. */
export function createBuckets({ count, perMs }: Rate): Buckets {
  const limiter = new RateLimiterMemory({ points: count, duration: perMs / 1_000 })
  const policy = `"api";q=${count};w=${perMs / 1_000}`
  return {
    async take({ session, caller }, reply) {
      const left = await limiter.consume(session?.id ?? networkOf(caller.ip)).catch((refusal: unknown) => {
        if (refusal instanceof RateLimiterRes) return refusal
        throw refusal
      })
      const over = left.consumedPoints > count
      reply
        .header('ratelimit-policy', policy)
        .header('ratelimit', `"api";r=${left.remainingPoints};t=${Math.ceil(left.msBeforeNext / 1_000)}`)
      if (over)
        throw new AppError('rate_limited', 'Too many requests.', { details: { retryAfterMs: left.msBeforeNext } })
    },
  }
}
