import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Clock } from '../clock.js'
import { AppError } from '../errors.js'
import { networkOf } from './network.js'

/** So many calls in so many milliseconds. */
export interface Rate {
  count: number
  perMs: number
}

/** What stands between a guesser and everybody's secrets. Kept by this process alone. */
export interface AuthLimits {
  /** Counts one more call from this address; `rate_limited` when that is one too many. */
  takeCall(ip: string): Promise<void>
  /**
   * Counts one more try at an account, as a failed one until `succeed` says otherwise: of many tries at once none slips
   * by. `rate_limited` while the account is locked.
   */
  takeTry(account: string): void
  succeed(account: string): void
}

const freeTries = 5
const firstLockMs = 1_000
const longestLockMs = 15 * 60_000
/** After as long without a try, an account's failures are forgotten. */
const memoryMs = 24 * 60 * 60_000
/** Names of nobody are counted like those of somebody, and a guesser can think of many. */
const maxAccounts = 50_000

export function createAuthLimits(rate: Rate | null, clock: Clock): AuthLimits {
  const calls = rate && new RateLimiterMemory({ points: rate.count, duration: rate.perMs / 1_000 })
  const accounts = new LRUCache<string, { failures: number; triedAt: number; lockedUntil: number }>({
    max: maxAccounts,
  })

  return {
    async takeCall(ip) {
      await calls?.consume(networkOf(ip)).catch((refusal: unknown) => {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal.msBeforeNext) : refusal
      })
    },
    takeTry(account) {
      const now = clock.now()
      const known = accounts.get(account)
      if (known && known.lockedUntil > now) throw tooMany(known.lockedUntil - now)
      const failures = (known && now - known.triedAt < memoryMs ? known.failures : 0) + 1
      accounts.set(account, { failures, triedAt: now, lockedUntil: now + lockMs(failures) })
    },
    succeed: (account) => void accounts.delete(account),
  }
}

/** The fifth failure locks for a second, each further one for twice as long. */
const lockMs = (failures: number) =>
  failures < freeTries ? 0 : Math.min(firstLockMs * 2 ** (failures - freeTries), longestLockMs)

const tooMany = (retryAfterMs: number) =>
  new AppError('rate_limited', 'Too many tries. Wait a while.', { details: { retryAfterMs } })
