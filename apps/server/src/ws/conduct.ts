import { misconductRate } from './bounds.js'
import { TokenBucket } from './token-bucket.js'

/** Whose sockets ended by what they did: by flooding, or by frames that are none. */
export interface Conduct {
  note(ip: string): void
  /** Such sockets came from the address too often: closing them one by one would cost more than they do. */
  isBad(ip: string): boolean
}

/** Addresses that are remembered; the oldest are forgotten first. */
const most = 10_000

export function createConduct(): Conduct {
  const buckets = new Map<string, TokenBucket>()
  return {
    note(ip) {
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
