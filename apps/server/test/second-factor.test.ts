import { connect } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { codeAt } from './authenticator.js'

const password = 'correct horse battery'
const asked = { data: { appCode: 'unauthenticated', details: { totp: true } } }
const nobody = (app: TestApp) => connect(app.url, () => null).trpc

/** Alice with an authenticator app, on a clock that stands where the test put it. */
async function withFactor() {
  const clock = movableClock()
  const app = await testApp({ clock })
  const alice = await app.person('alice')
  const { secret, uri } = await alice.trpc.auth.setupTotp.mutate()
  const codeNow = () => codeAt(secret, clock.now())
  const confirm = () => alice.trpc.auth.confirmTotp.mutate({ code: codeNow() })
  const login = (totp?: string) =>
    nobody(app).auth.login.mutate({ login: 'alice', password, ...(totp !== undefined && { totp }) })
  const nextStep = () => clock.advance(30_000)
  return {
    app,
    alice,
    clock,
    uri,
    codeNow,
    confirm,
    login,
    nextStep,
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

describe('a second factor', () => {
  test('is asked for once it is confirmed, and not before', async () => {
    await using world = await withFactor()
    expect(world.uri).toMatch(/^otpauth:\/\/totp\/localhost:alice\?.*secret=/)
    await world.login()
    expect((await world.confirm()).recoveryCodes).toHaveLength(10)
    await expect(world.login()).rejects.toMatchObject(asked)
    world.nextStep()
    expect(await world.login(world.codeNow())).toMatchObject({ user: { username: 'alice' } })
  })

  test('is asked for after the password only', async () => {
    await using world = await withFactor()
    await world.confirm()
    const guessing = nobody(world.app).auth.login.mutate({ login: 'alice', password: 'wrong' })
    const error = await guessing.catch((cause: { data: object }) => cause.data)
    expect(error).not.toHaveProperty('details')
  })

  test('takes each code once', async () => {
    await using world = await withFactor()
    await world.confirm()
    await expect(world.login(world.codeNow())).rejects.toMatchObject(asked)
    world.nextStep()
    const code = world.codeNow()
    const both = await Promise.allSettled([world.login(code), world.login(code)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('takes each recovery code once, however it is typed', async () => {
    await using world = await withFactor()
    const { recoveryCodes } = await world.confirm()
    const [code = ''] = recoveryCodes
    await world.login(code.toLowerCase().replace('-', ' '))
    await expect(world.login(code)).rejects.toMatchObject(asked)
    const kept = await world.app.database.db.selectFrom('recovery_codes').selectAll().execute()
    expect(kept).toHaveLength(9)
    expect(JSON.stringify(kept)).not.toContain(code)
  })

  test('cannot be guessed: wrong codes lock the account', async () => {
    await using world = await withFactor()
    await world.confirm()
    for (let at = 0; at < 5; at++) await expect(world.login('000000')).rejects.toMatchObject(asked)
    await expect(world.login('000000')).rejects.toMatchObject({ data: { appCode: 'rate_limited' } })
  })

  test('cannot be guessed with a stolen session either: a password that is known forgives no wrong code', async () => {
    await using world = await withFactor()
    await world.confirm()
    const { trpc } = world.alice
    const guess = () => trpc.users.deactivate.mutate({ currentPassword: password, totp: '000000' })
    for (let at = 0; at < 5; at++)
      await expect(guess()).rejects.toMatchObject({ data: { appCode: 'invalid', details: [{ path: ['totp'] }] } })
    await expect(guess()).rejects.toMatchObject({ data: { appCode: 'rate_limited' } })
  })

  test('is asked for of who goes for good', async () => {
    await using world = await withFactor()
    await world.confirm()
    const { trpc } = world.alice
    const erase = (totp?: string) =>
      trpc.users.erase.mutate({ currentPassword: password, messages: 'keep', ...(totp !== undefined && { totp }) })
    await expect(erase()).rejects.toMatchObject({ data: { details: [{ path: ['totp'], message: 'is missing' }] } })
    world.nextStep()
    expect(await erase(world.codeNow())).toEqual({ ok: true })
  })

  test('is asked for beside a mailed code too, once the address is proven', async () => {
    await using world = await withFactor()
    await world.confirm()
    await world.app.database.db.updateTable('users').set({ email_verified_at: new Date() }).execute()
    const { trpc } = connect(world.app.url, () => null)
    const email = 'alice@example.com'
    const { devCode: code = '' } = await trpc.auth.requestCode.mutate({ email })
    await expect(trpc.auth.verifyCode.mutate({ email, code })).rejects.toMatchObject(asked)
    await expect(trpc.auth.verifyCode.mutate({ email, code, totp: '000000' })).rejects.toMatchObject(asked)
    world.nextStep()
    const session = await trpc.auth.verifyCode.mutate({ email, code, totp: world.codeNow() })
    expect(session.user.username).toBe('alice')
  })

  test('is told of to its owner, with how many recovery codes are left', async () => {
    await using world = await withFactor()
    const { trpc } = world.alice
    expect(await trpc.auth.security.query()).toEqual({ hasPassword: true, secondFactor: false, recoveryCodesLeft: 0 })
    const { recoveryCodes } = await world.confirm()
    await world.login(recoveryCodes[0])
    expect(await trpc.auth.security.query()).toEqual({ hasPassword: true, secondFactor: true, recoveryCodesLeft: 9 })
  })

  test('is taken away by who can show it, and cannot be set over', async () => {
    await using world = await withFactor()
    const { trpc } = world.alice
    await expect(trpc.auth.confirmTotp.mutate({ code: '000000' })).rejects.toMatchObject({
      data: { appCode: 'invalid' },
    })
    await world.confirm()
    await expect(trpc.auth.setupTotp.mutate()).rejects.toMatchObject({ data: { appCode: 'conflict' } })
    await expect(trpc.auth.disableTotp.mutate({ code: '000000' })).rejects.toMatchObject({
      data: { appCode: 'invalid' },
    })
    world.nextStep()
    await trpc.auth.disableTotp.mutate({ code: world.codeNow() })
    expect(await world.login()).toMatchObject({ user: { username: 'alice' } })
  })
})
