import type { RateLimitDetails } from '@parley/contract/errors'
import { AppError } from '@parley/core/errors'
import type { TRPCError } from '@trpc/server'

/** The headers of an answer: never kept by anybody on the way, and how long to wait where a call was over a limit. */
export const headersFor = (errors: TRPCError[]): Record<string, string> => ({
  'cache-control': 'no-store',
  ...retryAfter(errors),
})

/** The longest wait that any call of the batch was told, in whole seconds. */
function retryAfter(errors: TRPCError[]): Record<string, string> {
  const waits = errors.flatMap(({ cause }) =>
    cause instanceof AppError && cause.code === 'rate_limited' ? (cause.details as RateLimitDetails).retryAfterMs : [],
  )
  return waits.length > 0 ? { 'retry-after': String(Math.ceil(Math.max(...waits) / 1_000)) } : {}
}
