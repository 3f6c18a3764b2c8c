import { acceptRate, bounds } from './bounds.js'
import type { SocketCounts } from './counts.js'
import { TokenBucket } from './token-bucket.js'

/** Which sockets may come up. Until one has shown whose it is, it counts as a stranger. */
export interface Admission {
  /** Lets a stranger in, or says the HTTP status that refuses them. */
  enter(ip: string): Stranger | Refused
}

export interface Stranger {
  /** They are somebody, or gone. */
  known(): void
}

export interface Refused {
  status: '429 Too Many Requests' | '503 Service Unavailable'
}

/**
 * After a restart everybody comes at once. Accepting at a rate, and no more than can be authenticated, makes that a
 * ramp: who is let in is served, and who is not comes again after a second.
 */
export function createAdmission(counts: SocketCounts): Admission {
  const accepted = new TokenBucket(acceptRate)
  const strangers = new Map<string, number>()

  function count(ip: string, change: 1 | -1): void {
    const left = (strangers.get(ip) ?? 0) + change
    if (left > 0) strangers.set(ip, left)
    else strangers.delete(ip)
    counts.strangers += change
  }

  return {
    enter(ip) {
      if ((strangers.get(ip) ?? 0) >= bounds.strangersPerIp) return { status: '429 Too Many Requests' }
      if (counts.strangers >= bounds.strangers || accepted.take(1) > 0) return { status: '503 Service Unavailable' }
      count(ip, 1)
      let stranger = true
      return {
        known() {
          if (stranger) count(ip, -1)
          stranger = false
        },
      }
    },
  }
}
