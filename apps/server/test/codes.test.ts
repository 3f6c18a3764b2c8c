import { connect } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const email = 'ada@example.com'
const password = 'correct horse battery'
const refused = { data: { appCode: 'unauthenticated' } }
const nobody = (app: TestApp) => connect(app.url, () => null).trpc
const as = (app: TestApp, token: string) => connect(app.url, () => token).trpc

async function codeFor(app: TestApp, address = email): Promise<string> {
  const { devCode } = await nobody(app).auth.requestCode.mutate({ email: address })
  expect(devCode).toMatch(/^\d{6}$/)
  return devCode ?? ''
}

const enter = (app: TestApp, code: string, address = email) =>
  nobody(app).auth.verifyCode.mutate({ email: address, code })

const anotherThan = (code: string) => String((Number(code) + 1) % 10 ** 6).padStart(6, '0')

describe('a code', () => {
  test('makes a person of a proven address, and logs them in again later', async () => {
    await using app = await testApp()
    const { user } = await enter(app, await codeFor(app))
    expect(user).toMatchObject({ email, username: 'ada', emailVerifiedAt: expect.any(Date) })
    const again = await enter(app, await codeFor(app))
    expect(again.user.id).toBe(user.id)
    const namesake = await enter(app, await codeFor(app, 'ada@example.org'), 'ada@example.org')
    expect(namesake.user.username).toMatch(/^ada-\d{4}$/)
  })

  test('is good once, for ten minutes, and until the next is asked for', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const first = await codeFor(app)
    const second = await codeFor(app)
    await expect(enter(app, first)).rejects.toMatchObject(refused)
    await enter(app, second)
    await expect(enter(app, second)).rejects.toMatchObject(refused)
    const late = await codeFor(app)
    clock.advance(10 * 60_000)
    await expect(enter(app, late)).rejects.toMatchObject(refused)
  })

  test('has five tries, also when many come in one batch', async () => {
    await using app = await testApp()
    const code = await codeFor(app)
    const guesses = Array.from({ length: 19 }, () => anotherThan(code))
    const trpc = nobody(app)
    const all = await Promise.allSettled(
      [...guesses, code].map((guess) => trpc.auth.verifyCode.mutate({ email, code: guess })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toEqual([])
    await expect(enter(app, code)).rejects.toMatchObject(refused)
  })

  test('is kept as a hash that needs the server’s secret', async () => {
    await using app = await testApp()
    const code = await codeFor(app)
    const row = await app.database.db.selectFrom('login_codes').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(code)
    expect(row.code_hash?.length).toBe(32)
  })

  test('that is over is forgotten when somebody asks for another', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    await codeFor(app)
    clock.advance(11 * 60_000)
    await codeFor(app, 'bob@example.com')
    const kept = await app.database.db.selectFrom('login_codes').select('email').execute()
    expect(kept).toEqual([{ email: 'bob@example.com' }])
  })

  test('of one address does not open another', async () => {
    await using app = await testApp()
    const code = await codeFor(app)
    const other = await codeFor(app, 'bob@example.com')
    expect(other).not.toBe(code)
    await expect(enter(app, code, 'bob@example.com')).rejects.toMatchObject(refused)
  })

  test('cannot be asked for without end', async () => {
    await using app = await testApp()
    for (let at = 0; at < 5; at++) await codeFor(app)
    await expect(codeFor(app)).rejects.toMatchObject({ data: { appCode: 'rate_limited' } })
  })

  test('makes nobody where sign-up is closed', async () => {
    await using app = await testApp({ env: { SIGNUP: 'closed' } })
    await expect(enter(app, await codeFor(app))).rejects.toMatchObject(refused)
  })

  test('is never shown in production, where there must be mail', async () => {
    await using app = await testApp({ env: { NODE_ENV: 'production', JWT_SECRET: 's'.repeat(40) } })
    await expect(codeFor(app)).rejects.toMatchObject({ data: { appCode: 'unavailable' } })
  })
})

describe('the first proof of an address', () => {
  test('takes away what was set before it: password, second factor, API tokens, sessions', async () => {
    await using app = await testApp()
    const thief = await nobody(app).auth.register.mutate({ email, username: 'thief', password })
    const { token } = await as(app, thief.accessToken).auth.createToken.mutate({ name: 'x', scopes: ['users:read'] })
    await as(app, thief.accessToken).auth.setupTotp.mutate()
    const owner = await enter(app, await codeFor(app))
    expect(owner.user.id).toBe(thief.user.id)
    expect(await as(app, owner.accessToken).auth.security.query()).toMatchObject({ hasPassword: false })
    await expect(as(app, thief.accessToken).users.me.query()).rejects.toMatchObject(refused)
    await expect(nobody(app).auth.refresh.mutate({ refreshToken: thief.refreshToken })).rejects.toMatchObject(refused)
    await expect(as(app, token).users.me.query()).rejects.toMatchObject(refused)
    await expect(nobody(app).auth.login.mutate({ login: 'thief', password })).rejects.toMatchObject(refused)
    expect(await app.database.db.selectFrom('second_factors').selectAll().execute()).toEqual([])
    expect(await as(app, owner.accessToken).users.me.query()).toMatchObject({ email })
  })

  test('is not asked twice: a later code leaves everything as it is', async () => {
    await using app = await testApp()
    const first = await enter(app, await codeFor(app))
    const { token } = await as(app, first.accessToken).auth.createToken.mutate({ name: 'x', scopes: ['users:read'] })
    await enter(app, await codeFor(app))
    expect(await as(app, token).users.me.query()).toMatchObject({ email })
    expect(await as(app, first.accessToken).users.me.query()).toMatchObject({ email })
  })

  test('makes the address one that people can be found by', async () => {
    await using app = await testApp()
    await nobody(app).auth.register.mutate({ email, username: 'countess', password })
    const bob = await app.person('bob')
    const found = () => bob.trpc.users.search.query({ query: email })
    expect(await found()).toEqual([])
    await enter(app, await codeFor(app))
    expect(await found()).toMatchObject([{ username: 'countess' }])
  })
})
