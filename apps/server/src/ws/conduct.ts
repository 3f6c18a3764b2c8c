import { misconductRate } from './bounds.js'
import { TokenBucket } from './token-bucket.js'

/** Whose sockets ended by what they did: by flooding, or by frames that are none. */
export interface Conduct {
  note(ip: string): void
  /** Such sockets came from the address too often: closing them one by one would cost more than they do. */
  isBad(ip: string): boolean
}

/**
 * Whoever comes from this machine is its owner, or everybody: a proxy that TRUST_PROXY does not name. As networks; the
 * second one is of `::1`.
 */
const own = new Set(['127.0.0.1', '0:0:0:0'])
/** Addresses that are remembered; the oldest are forgotten first. */
const most = 10_000

export function createConduct(): Conduct {
  const buckets = new Map<string, TokenBucket>()
  return {
    note(ip) {
      if (own.has(ip)) return
      const bucket = buckets.get(ip) ?? new TokenBucket(misconductRate)
      buckets.delete(ip)
      buckets.set(ip, bucket)
      bucket.take(1)
      const [oldest] = buckets.keys()
      if (buckets.size > most && oldest !== undefined) buckets.delete(oldest)
    },
    isBad: (ip) => buckets.get(ip)?.has(1) === false,
  }
}
