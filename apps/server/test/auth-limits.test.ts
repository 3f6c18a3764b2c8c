import { systemClock } from '@parley/core/clock'
import { connect } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { createWSClient, createTRPCClient, wsLink } from '@trpc/client'
import type { AppRouter } from '@parley/router/root'
import superjson from 'superjson'
import { WebSocket } from 'ws'

const password = 'correct horse battery'
const nobody = (app: TestApp) => connect(app.url, () => null).trpc
const codeOf = (error: { data?: { appCode?: string } }) => error.data?.appCode

/** Tries to log in as nobody, in one request, from where the headers say. */
async function tryBatch(app: TestApp, calls: number, headers: Record<string, string> = {}) {
  const paths = Array.from({ length: calls }, () => 'auth.login').join(',')
  const input = Object.fromEntries(
    Array.from({ length: calls }, (_, at) => [at, { json: { login: `no${at}`, password } }]),
  )
  const response = await fetch(`${app.url}/trpc/${paths}?batch=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  })
  const results = (await response.json()) as { error: { json: { data: { appCode: string; details?: object } } } }[]
  return { retryAfter: response.headers.get('retry-after'), data: results.map(({ error }) => error.json.data) }
}

const limitedIn = (data: { appCode: string }[]) => data.filter(({ appCode }) => appCode === 'rate_limited').length

describe('one address', () => {
  test('may try so often and is told how long to wait; each call of a batch counts', async () => {
    await using app = await testApp({ env: { AUTH_RATE: '3/1m' } })
    const { data, retryAfter } = await tryBatch(app, 8)
    expect(limitedIn(data)).toBe(5)
    expect(data.find(({ appCode }) => appCode === 'rate_limited')?.details).toEqual({
      retryAfterMs: expect.any(Number),
    })
    expect(Number(retryAfter)).toBeGreaterThan(50)
    expect(Number(retryAfter)).toBeLessThanOrEqual(60)
    const registering = nobody(app).auth.register.mutate({ email: 'a@example.com', username: 'ada', password })
    expect(await registering.catch(codeOf)).toBe('rate_limited')
  })

  test('is counted over ws and HTTP together', async () => {
    await using app = await testApp({ env: { AUTH_RATE: '2/1m' } })
    const client = createWSClient({
      url: `${app.url.replace('http', 'ws')}/trpc`,
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    const trpc = createTRPCClient<AppRouter>({ links: [wsLink({ client, transformer: superjson })] })
    const attempt = () => trpc.auth.login.mutate({ login: 'nobody', password }).catch(codeOf)
    expect([await attempt(), await attempt(), await attempt()]).toEqual([
      'unauthenticated',
      'unauthenticated',
      'rate_limited',
    ])
    expect(limitedIn((await tryBatch(app, 1)).data)).toBe(1)
    await client.close()
  })

  const spoof = (ip: string) => ({ 'x-forwarded-for': ip })

  test('cannot be made up: without a proxy of ours X-Forwarded-For says nothing', async () => {
    await using app = await testApp({ env: { AUTH_RATE: '1/1m' } })
    expect(limitedIn((await tryBatch(app, 1, spoof('1.1.1.1'))).data)).toBe(0)
    expect(limitedIn((await tryBatch(app, 1, spoof('2.2.2.2'))).data)).toBe(1)
  })

  test('cannot be made up: of X-Forwarded-For counts only what our proxy wrote', async () => {
    await using app = await testApp({ env: { AUTH_RATE: '1/1m', TRUST_PROXY: 'true' } })
    expect(limitedIn((await tryBatch(app, 1, spoof('6.6.6.6, 1.1.1.1'))).data)).toBe(0)
    expect(limitedIn((await tryBatch(app, 1, spoof('7.7.7.7, 1.1.1.1'))).data)).toBe(1)
    expect(limitedIn((await tryBatch(app, 1, spoof('1.1.1.1, 2.2.2.2'))).data)).toBe(0)
  })
})

describe('one account', () => {
  const fail = (app: TestApp, login: string) =>
    nobody(app)
      .auth.login.mutate({ login, password: 'wrong' })
      .catch((error: { data: { appCode: string; details?: { retryAfterMs: number } } }) => error.data)

  test('is locked after five failures, for longer each time, by whichever name it was tried', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    await app.person('alice')
    for (const login of ['alice', 'alice@example.com', 'alice', 'alice', 'alice@example.com'])
      expect(await fail(app, login)).toMatchObject({ appCode: 'unauthenticated' })
    const right = () => nobody(app).auth.login.mutate({ login: 'alice', password })
    await expect(right()).rejects.toMatchObject({ data: { appCode: 'rate_limited' } })
    clock.advance(1_000)
    expect(await fail(app, 'alice')).toMatchObject({ appCode: 'unauthenticated' })
    const locked = (await fail(app, 'alice')) as { details?: { retryAfterMs: number } }
    expect(locked.details?.retryAfterMs).toBeGreaterThan(1_000)
    clock.advance(2_000)
    expect(await right()).toMatchObject({ user: { username: 'alice' } })
    expect(await fail(app, 'alice')).toMatchObject({ appCode: 'unauthenticated' })
  })

  test('is locked alike where there is none', async () => {
    await using app = await testApp()
    for (let tries = 0; tries < 5; tries++) await fail(app, 'nobody')
    expect(await fail(app, 'nobody')).toMatchObject({ appCode: 'rate_limited' })
  })

  test('has five tries also when they come all at once', async () => {
    // On a clock that stands still: a lock may not end while the others are still hashing.
    const began = systemClock.now()
    await using app = await testApp({ clock: { ...systemClock, now: () => began } })
    await app.person('alice')
    const all = await Promise.all(Array.from({ length: 20 }, () => fail(app, 'alice')))
    expect(limitedIn(all as { appCode: string }[])).toBe(15)
  })
})
