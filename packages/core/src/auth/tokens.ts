import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { limits } from '@parley/contract/limits'
import { type JWTPayload, SignJWT } from 'jose'
import type { Clock } from '../clock.js'
import { type Keys, keysOf } from './keys.js'

export interface AccessToken {
  userId: string
  sessionId: string
  expiresAt: Date
}

export interface RefreshToken {
  sessionId: string
  generation: number
}

/** Makes and reads what is signed with the server's secrets. Nothing here asks the database. */
export interface Tokens {
  signAccess(userId: string, sessionId: string): Promise<{ token: string; expiresAt: Date }>
  /** `null` for a token that is not ours, was changed, or has ended. */
  readAccess(token: string): AccessToken | null
  /**
   * Derived, not drawn: the successor of a token can be given again to who lost the reply. `kept` is the hash of the
   * one that was given, which the secret of before may have signed.
   */
  signRefresh(refresh: RefreshToken, kept?: Buffer): string
  readRefresh(token: string): RefreshToken | null
  /** What is kept of a mailed code. Of six digits a plain hash is guessed at once: this one takes the server's secret. */
  hashCode(id: string, code: string): Buffer
  isCode(hash: Buffer, id: string, code: string): boolean
  /** What a browser carries through a log-in elsewhere and must bring back unchanged. */
  signFlow(flow: JWTPayload): Promise<string>
  readFlow(token: string): JWTPayload | null
}

type Purpose = 'access' | 'flow'

const alg = 'HS256'
const encode = (head: object) => Buffer.from(JSON.stringify(head)).toString('base64url')
const headOf = ({ id }: Keys) => encode({ alg, kid: id })

/** `previous`: the secret before, whose signatures still count. */
export function createTokens(secret: string, clock: Clock, previous: string | null = null): Tokens {
  const all = keysOf(secret, previous)
  const [current] = all

  /** Whose head it is: one of ours is known to the letter. Without a key's id it is of a release that had one secret. */
  const keysByHead = new Map([[encode({ alg }), current], ...all.map((keys) => [headOf(keys), keys] as const)])

  const sign = (purpose: Purpose, payload: JWTPayload, issued: number, lifetime: number) =>
    new SignJWT(payload)
      .setProtectedHeader({ alg, kid: current.id })
      .setIssuedAt(issued)
      .setExpirationTime(issued + lifetime)
      .sign(current[purpose])

  /**
   * Reads what `sign` made, at once: jose asks a thread of WebCrypto, which everybody who comes back after a restart would
   * pay for (docs/decisions/0025). Nothing in a token is believed, nor even parsed, before its signature is right.
   */
  function read(purpose: Purpose, token: string): JWTPayload | null {
    const [head = '', body = '', signature = '', ...more] = token.split('.')
    const keys = keysByHead.get(head)
    if (!keys || more.length > 0) return null
    const right = createHmac('sha256', keys[purpose]).update(`${head}.${body}`).digest('base64url')
    if (!isSame(signature, right)) return null
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as JWTPayload
    return payload.exp && payload.exp > seconds() ? payload : null
  }

  const seconds = () => Math.floor(clock.now() / 1000)

  return {
    async signAccess(userId, sessionId) {
      const issued = seconds()
      const token = await sign('access', { sub: userId, sid: sessionId }, issued, limits.accessTokenSeconds)
      return { token, expiresAt: new Date((issued + limits.accessTokenSeconds) * 1000) }
    },
    readAccess(token) {
      const { sub, sid, exp } = read('access', token) ?? {}
      return sub && exp && typeof sid === 'string'
        ? { userId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) }
        : null
    },
    signRefresh(refresh, kept) {
      const signed = all.map((keys) => signRefreshWith(keys, refresh))
      return (kept && signed.find((token) => hashToken(token).equals(kept))) ?? signRefreshWith(current, refresh)
    },
    readRefresh(token) {
      const [sessionId = '', generation = ''] = token.split('.')
      const refresh = { sessionId, generation: Number(generation) }
      return all.some((keys) => isSame(token, signRefreshWith(keys, refresh))) ? refresh : null
    },
    hashCode: (id, code) => hashCodeWith(current, id, code),
    isCode: (hash, id, code) => all.some((keys) => timingSafeEqual(hash, hashCodeWith(keys, id, code))),
    signFlow: (flow) => sign('flow', flow, seconds(), limits.oidcFlowSeconds),
    readFlow: (token) => read('flow', token),
  }
}

function signRefreshWith({ refresh: key }: Keys, { sessionId, generation }: RefreshToken): string {
  const head = `${sessionId}.${generation}`
  return `${head}.${createHmac('sha256', key).update(head).digest('base64url')}`
}

const hashCodeWith = ({ code: key }: Keys, id: string, code: string) =>
  createHmac('sha256', key).update(`${id}.${code}`).digest()

/** Compares in a time that tells nothing. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashToken(one), hashToken(other))

/** What is kept of a secret that nobody can guess: of a refresh token, an API token, a reset's. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
