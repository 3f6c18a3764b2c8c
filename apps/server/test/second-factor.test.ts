import { createHmac } from 'node:crypto'
import { connect } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const password = 'correct horse battery'
const asked = { data: { appCode: 'unauthenticated', details: { totp: true } } }
const nobody = (app: TestApp) => connect(app.url, () => null).trpc

/** What an authenticator app shows: RFC 6238 once more, so that ours is not checked against itself. */
function codeAt(secret: string, time: number): string {
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(time / 30_000)))
  const mac = createHmac('sha1', key).update(step).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7f_ff_ff_ff
  return String(number % 10 ** 6).padStart(6, '0')
}

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
