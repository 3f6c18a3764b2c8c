import { connect } from '@parley/testkit/person'
import { movableClock, testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const password = 'correct horse battery'
/** Of that password, with 8 MiB and one pass. */
const weak = '$argon2id$v=19$m=8192,t=1,p=1$6pLDTTxI7l8eFFiG0/AvWA$Y16RzLPkC6YSjrTh1U13UvkZw+hhgUDeG2MuOos1rq4'
const another = 'staple of another kind'
const refused = { data: { appCode: 'unauthenticated' } }
const wrong = (field: string) => ({ data: { appCode: 'invalid', details: [{ path: [field] }] } })
const nobody = (app: TestApp) => connect(app.url, () => null).trpc
const as = (app: TestApp, token: string) => connect(app.url, () => token).trpc
const login = (app: TestApp, given: string) => nobody(app).auth.login.mutate({ login: 'alice', password: given })

const tokenFor = async (app: TestApp, email = 'alice@example.com') =>
  (await nobody(app).auth.requestReset.mutate({ email })).devToken ?? ''

describe('changing one’s password', () => {
  test('asks for the old one and ends every other session', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const phone = await login(app, password)
    const seen = alice.watch(room)
    await seen.take(1)
    const change = (currentPassword: string) =>
      as(app, phone.accessToken).auth.changePassword.mutate({ currentPassword, newPassword: another })
    await expect(change('not it')).rejects.toMatchObject(wrong('currentPassword'))
    expect(await change(password)).toEqual({ ok: true })
    expect(await seen.failed()).toMatchObject(refused)
    await expect(alice.trpc.users.me.query()).rejects.toMatchObject(refused)
    expect(await as(app, phone.accessToken).users.me.query()).toMatchObject({ username: 'alice' })
    await expect(login(app, password)).rejects.toMatchObject(refused)
    expect(await login(app, another)).toMatchObject({ user: { username: 'alice' } })
  })

  test('does not let a stolen session guess the old one', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    const guess = () => alice.trpc.auth.changePassword.mutate({ currentPassword: 'guess', newPassword: another })
    for (let at = 0; at < 5; at++) await expect(guess()).rejects.toMatchObject(wrong('currentPassword'))
    await expect(guess()).rejects.toMatchObject({ data: { appCode: 'rate_limited' } })
  })
})

describe('a reset', () => {
  test('sets another password once, and ends all sessions', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    const token = await tokenFor(app)
    const reset = () => nobody(app).auth.resetPassword.mutate({ token, password: another })
    await reset()
    await expect(alice.trpc.users.me.query()).rejects.toMatchObject(refused)
    expect(await login(app, another)).toMatchObject({ user: { emailVerifiedAt: expect.any(Date) } })
    await expect(reset()).rejects.toMatchObject(refused)
  })

  test('is spent by one of two who come with it at once', async () => {
    await using app = await testApp()
    await app.person('alice')
    const token = await tokenFor(app)
    const both = [another, 'a third of its kind'].map((given) =>
      nobody(app).auth.resetPassword.mutate({ token, password: given }),
    )
    const statuses = (await Promise.allSettled(both)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is good for half an hour and until the next is asked for', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    await app.person('alice')
    const [first, second] = [await tokenFor(app), await tokenFor(app)]
    const reset = (token: string) => nobody(app).auth.resetPassword.mutate({ token, password: another })
    await expect(reset(first)).rejects.toMatchObject(refused)
    clock.advance(30 * 60_000)
    await expect(reset(second)).rejects.toMatchObject(refused)
  })

  test('of an address of nobody is answered alike, and does nothing', async () => {
    await using app = await testApp()
    const token = await tokenFor(app, 'nobody@example.com')
    expect(token).toBeTruthy()
    await expect(nobody(app).auth.resetPassword.mutate({ token, password: another })).rejects.toMatchObject(refused)
  })
})

describe('a password', () => {
  test('that everybody uses is refused wherever one is set', async () => {
    await using app = await testApp()
    const common = 'Password123'
    const registering = nobody(app).auth.register.mutate({ email: 'x@example.com', username: 'xyz', password: common })
    await expect(registering).rejects.toMatchObject(wrong('password'))
    const alice = await app.person('alice')
    const changing = alice.trpc.auth.changePassword.mutate({ currentPassword: password, newPassword: common })
    await expect(changing).rejects.toMatchObject(wrong('newPassword'))
    const token = await tokenFor(app)
    const resetting = nobody(app).auth.resetPassword.mutate({ token, password: common })
    await expect(resetting).rejects.toMatchObject(wrong('password'))
  })

  test('hashed with lower parameters is hashed again at the next log-in', async () => {
    await using app = await testApp()
    await app.person('alice')
    await app.database.db.updateTable('users').set({ password_hash: weak }).execute()
    await login(app, password)
    const { password_hash } = await app.database.db
      .selectFrom('users')
      .select('password_hash')
      .executeTakeFirstOrThrow()
    expect(password_hash).toContain('m=19456,t=2,p=1')
    expect(await login(app, password)).toMatchObject({ user: { username: 'alice' } })
  })
})
