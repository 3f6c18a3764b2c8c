import { connect } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { openMailbox } from './mailbox.js'

const password = 'correct horse battery'
const nobody = (app: TestApp) => connect(app.url, () => null).trpc

const post = (app: TestApp, path: string, body: unknown) =>
  fetch(`${app.url}/trpc/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const medianOf = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await act().catch(() => {})
  return performance.now() - from
}

/** How much longer the one takes than the other, by the medians of tries that take turns. */
async function ratioOf(tries: number, one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []]
  for (let at = 0; at < tries; at++) {
    times[0].push(await timeOf(one))
    times[1].push(await timeOf(other))
  }
  return medianOf(times[0]) / medianOf(times[1])
}

describe('who is here cannot be told by time', { timeout: 60_000 }, () => {
  // A check that is skipped for nobody shows as a factor of ten; the bounds leave room for a busy machine.
  const alike = (ratio: number) => ratio > 0.7 && ratio < 1.4

  test('at logging in', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    await app.person('alice')
    const attempt = (login: string) => () => {
      clock.advance(25 * 60 * 60_000)
      return nobody(app).auth.login.mutate({ login, password: 'not this one' })
    }
    expect(await ratioOf(40, attempt('alice'), attempt('nobody'))).toSatisfy(alike)
  })

  test('at asking for a code or a reset', async () => {
    const clock = movableClock()
    await using mailbox = await openMailbox()
    await using app = await testApp({ clock, env: { SMTP_URL: mailbox.url, SIGNUP: 'open' } })
    await app.person('alice')
    for (const path of ['requestCode', 'requestReset'] as const) {
      const ask = (email: string) => () => {
        clock.advance(25 * 60 * 60_000)
        return nobody(app).auth[path].mutate({ email })
      }
      expect(await ratioOf(40, ask('alice@example.com'), ask('nobody@example.com'))).toSatisfy(alike)
    }
  })
})

describe('an input', () => {
  test('sets nothing that it is not asked for', async () => {
    await using app = await testApp()
    const more = {
      id: '00000000-0000-4000-8000-000000000000',
      isAdmin: true,
      is_admin: true,
      emailVerifiedAt: '2026-01-01',
    }
    await post(app, 'auth.register', { json: { email: 'a@example.com', username: 'ada', password, ...more } })
    const row = await app.database.db.selectFrom('users').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ username: 'ada', is_admin: false, email_verified_at: null })
    expect(row.id).not.toBe(more.id)
  })

  test.each([
    ['a prototype in its values', { values: { '__proto__.polluted': ['Date'] } }],
    ['a constructor in its values', { values: { 'constructor.prototype.polluted': ['Date'] } }],
    ['a prototype in its references', { referentialEqualities: { login: ['__proto__.polluted'] } }],
  ])('cannot reach the objects of everybody by %s', async (_what, meta) => {
    await using app = await testApp()
    const response = await post(app, 'auth.login', { json: { login: 'x', password: 'y' }, meta })
    expect(response.status).toBeLessThan(500)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(await nobody(app).health.ping.query()).toMatchObject({ ok: true })
  })

  test('that is nested without end, or too large, is refused and nothing breaks', async () => {
    await using app = await testApp()
    const deep = `{"json":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    const nested = await post(app, 'auth.login', deep)
    expect(nested.status).toBe(400)
    const large = await post(app, 'auth.login', { json: { login: 'x'.repeat(300 * 1024), password } })
    expect(large.status).toBe(413)
    expect(await nobody(app).health.ping.query()).toMatchObject({ ok: true })
  })
})
