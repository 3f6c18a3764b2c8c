import { createTokens } from '@parley/core/auth/tokens'
import { limits } from '@parley/contract/limits'
import type { Clock } from '@parley/core/clock'
import { decodeJwt } from 'jose'

const shortestMs = 45_000
const spreadMs = 30_000

/**
 * Access tokens of a session that live for a minute, so that they end in the middle of a run: as the server signed them
 * some fourteen minutes ago. Some have less than a minute left when they are shown, and some more.
 */
export function shortTokens(jwtSecret: string, accessToken: string): () => Promise<string> {
  const { sub = '', sid } = decodeJwt<{ sid: string }>(accessToken)
  return async () => {
    const left = shortestMs + Math.random() * spreadMs
    const clock: Clock = { now: () => Date.now() - limits.accessTokenSeconds * 1_000 + left, after: () => () => {} }
    const { token } = await createTokens(jwtSecret, clock).signAccess(sub, sid)
    return token
  }
}
