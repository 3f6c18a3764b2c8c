import { createTally } from '../tally.js'
import { bounds } from './bounds.js'
import type { Conduct } from './conduct.js'
import type { SocketCounts } from './counts.js'

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
 * After a restart everybody comes at once. They wait for their upgrades, and no more are let in than can be authenticated:
 * that makes a ramp of it, on which nobody has to come twice. Who finds too many waiting comes again after a second.
 */
export function createAdmission(counts: SocketCounts, conduct: Conduct): Admission {
  const strangers = createTally()

  function count(ip: string, change: 1 | -1): void {
    strangers.add(ip, change)
    counts.strangers += change
  }

  return {
    enter(ip) {
      if (conduct.isBad(ip) || strangers.of(ip) >= bounds.strangersPerIp) return { status: '429 Too Many Requests' }
      if (counts.strangers >= bounds.strangersAtDoor) return { status: '503 Service Unavailable' }
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
