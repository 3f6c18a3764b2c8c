import { createTokens, hashToken } from '@parley/core/auth/tokens'
import { systemClock } from '@parley/core/clock'
import { testApp } from '@parley/testkit/test-app'
import { decodeProtectedHeader, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'

const [old, now, next] = ['the old secret', 'the one of now', 'the one to come'].map((text) =>
  text.padEnd(40, '!'),
) as [string, string, string]
const tokensOf = (current: string, previous: string | null = null) => createTokens(current, systemClock, previous)
const refresh = { sessionId: 's', generation: 3 }

describe('while two secrets count', () => {
  test('what either signed is read, and what is signed names the new one', async () => {
    const [before, between, after] = [tokensOf(old), tokensOf(now, old), tokensOf(next, now)]
    const { token } = await before.signAccess('u', 's')
    expect(between.readAccess(token)).toMatchObject({ userId: 'u', sessionId: 's' })
    expect(after.readAccess(token)).toBeNull()
    const { token: fresh } = await between.signAccess('u', 's')
    expect(decodeProtectedHeader(fresh).kid).not.toBe(decodeProtectedHeader(token).kid)
    expect(after.readAccess(fresh)).toMatchObject({ userId: 'u' })
    expect(before.readAccess(fresh)).toBeNull()
  })

  test('a refresh token of the old one is read, and its lost successor given again as it was', () => {
    const [before, between, after] = [tokensOf(old), tokensOf(now, old), tokensOf(next, now)]
    const given = before.signRefresh(refresh)
    expect(between.readRefresh(given)).toEqual(refresh)
    expect(between.signRefresh(refresh, hashToken(given))).toBe(given)
    expect(between.signRefresh(refresh)).not.toBe(given)
    expect(after.readRefresh(given)).toBeNull()
  })

  test('a code that was mailed before the change is still right', () => {
    const kept = tokensOf(old).hashCode('id', '123456')
    expect(tokensOf(now, old).isCode(kept, 'id', '123456')).toBe(true)
    expect(tokensOf(now, old).isCode(kept, 'id', '123457')).toBe(false)
    expect(tokensOf(next, now).isCode(kept, 'id', '123456')).toBe(false)
  })
})

test('what is signed for one purpose is nothing for another', async () => {
  const tokens = tokensOf(now)
  const { token } = await tokens.signAccess('u', 's')
  expect(tokens.readFlow(token)).toBeNull()
  expect(tokens.readAccess(await tokens.signFlow({ sub: 'u', sid: 's' }))).toBeNull()
})

test.each(['of a key that nobody has', 'that names no algorithm'])('a token %s is nobody’s', async (what) => {
  const kid = 'made-up'
  const token = what.startsWith('of')
    ? await new SignJWT({ sub: 'u', sid: 's' })
        .setProtectedHeader({ alg: 'HS256', kid })
        .setExpirationTime('1h')
        .sign(Buffer.alloc(32))
    : `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"u","sid":"s","exp":9999999999}').toString('base64url')}.`
  expect(tokensOf(now, old).readAccess(token)).toBeNull()
})

test('a token with any character changed, with less or with more of it is nobody’s', async () => {
  const tokens = tokensOf(now)
  const { token } = await tokens.signAccess('u', 's')
  const changed = Array.from(
    token,
    (char, at) => `${token.slice(0, at)}${char === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`,
  )
  const others = [token.slice(0, -1), `${token}A`, `${token}.`, `${token}.x`, `.${token}`, '', '.', '..']
  expect([...changed, ...others].filter((bad) => tokens.readAccess(bad) !== null)).toEqual([])
  expect(tokens.readAccess(token)).not.toBeNull()
})

test('changing the secret logs nobody out while the one before counts', async () => {
  const secretsOf = (current: string, previous?: string) => ({
    JWT_SECRET: current,
    ...(previous && { JWT_SECRET_PREVIOUS: previous }),
  })
  await using app = await testApp({ env: secretsOf(now, old) })
  const alice = await app.person('alice')
  // As the process before the change signed it.
  const before = tokensOf(old)
  const { sessionId } = tokensOf(now).readAccess(alice.session.accessToken) ?? { sessionId: '' }
  const spent = before.signRefresh({ sessionId, generation: 1 })
  await app.database.db
    .updateTable('sessions')
    .set({ refresh_hash: hashToken(spent) })
    .execute()
  alice.useToken((await before.signAccess(alice.user.id, sessionId)).token)
  expect(await alice.trpc.users.me.query()).toMatchObject({ username: 'alice' })
  const renewed = await alice.trpc.auth.refresh.mutate({ refreshToken: spent })
  alice.useToken(renewed.accessToken)
  expect(await alice.trpc.users.me.query()).toMatchObject({ username: 'alice' })
  expect(tokensOf(now).readRefresh(renewed.refreshToken ?? '')).toMatchObject({ generation: 2 })
})
