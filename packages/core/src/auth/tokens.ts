import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { limits } from '@parley/contract/limits'
import { jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../clock.js'

export interface AccessToken {
  userId: string
  sessionId: string
  expiresAt: Date
}

export interface RefreshToken {
  sessionId: string
  generation: number
}

/** Makes and reads what is signed with the server's secret. Nothing here asks the database. */
export interface Tokens {
  signAccess(userId: string, sessionId: string): Promise<{ token: string; expiresAt: Date }>
  /** `null` for a token that is not ours, was changed, or has ended. */
  readAccess(token: string): Promise<AccessToken | null>
  /** Derived, not drawn: the successor of a token can be given again to who lost the reply. */
  signRefresh(refresh: RefreshToken): string
  readRefresh(token: string): RefreshToken | null
  /** What is kept of a log-in code. Of six digits a plain hash is guessed at once: this one takes the server's secret. */
  hashCode(id: string, code: string): Buffer
}

export function createTokens(secret: string, clock: Clock): Tokens {
  const accessKey = createHmac('sha256', secret).update('access').digest()
  const refreshKey = createHmac('sha256', secret).update('refresh').digest()
  const codeKey = createHmac('sha256', secret).update('code').digest()
  const macOf = (head: string) => createHmac('sha256', refreshKey).update(head).digest()

  return {
    async signAccess(userId, sessionId) {
      const issued = Math.floor(clock.now() / 1000)
      const expires = issued + limits.accessTokenSeconds
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(userId)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .sign(accessKey)
      return { token, expiresAt: new Date(expires * 1000) }
    },
    async readAccess(token) {
      try {
        const options = { algorithms: ['HS256'], requiredClaims: ['exp'], currentDate: new Date(clock.now()) }
        const { payload } = await jwtVerify<{ sid: string }>(token, accessKey, options)
        const { sub, sid, exp } = payload
        return sub && exp && typeof sid === 'string'
          ? { userId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) }
          : null
      } catch {
        return null
      }
    },
    signRefresh({ sessionId, generation }) {
      const head = `${sessionId}.${generation}`
      return `${head}.${macOf(head).toString('base64url')}`
    },
    readRefresh(token) {
      const [sessionId = '', generation = '', mac = ''] = token.split('.')
      const expected = macOf(`${sessionId}.${generation}`)
      const given = Buffer.from(mac, 'base64url')
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      return { sessionId, generation: Number(generation) }
    },
    hashCode: (id, code) => createHmac('sha256', codeKey).update(`${id}.${code}`).digest(),
  }
}

/** What is kept of a secret that nobody can guess: of a refresh token, an API token, a reset's. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
