import { LRUCache } from 'lru-cache'
import type { LiveSession } from './access.js'

/**
 * Who showed which access token within the last second. Everybody who comes back after a restart opens a socket, some
 * of them several, and a client that is refused for now comes again with the same token: each token is read once.
 */
export interface SessionCache {
  /** Whose token it is, as `read` says or has said within the last second. */
  find(token: string, read: () => Promise<LiveSession | null>): Promise<LiveSession | null>
  /** From now on nobody is of this session, also who is being read at this moment. */
  revoke(sessionId: string): void
}

const freshMs = 1_000
/** Longer than any read of before the revocation can take. */
const revokedMs = 60_000
const most = 20_000

export function createSessionCache(): SessionCache {
  const read = new LRUCache<string, Promise<LiveSession | null>>({ max: most, ttl: freshMs })
  const revoked = new LRUCache<string, true>({ max: most, ttl: revokedMs })
  return {
    async find(token, readSession) {
      let found = read.get(token)
      if (!found) {
        found = readSession()
        read.set(token, found)
        // What could not be read is asked again.
        found.catch(() => read.delete(token))
      }
      const session = await found
      return session && !revoked.has(session.id) ? session : null
    },
    revoke: (sessionId) => void revoked.set(sessionId, true),
  }
}
