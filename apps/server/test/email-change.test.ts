import { connect } from '@parley/testkit/person'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { openMailbox } from './mailbox.js'

const currentPassword = 'correct horse battery'
const email = 'alice@new.example'
const invalid = { data: { appCode: 'invalid', details: [{ path: ['currentPassword'] }] } }
const refused = { data: { appCode: 'unauthenticated' } }
const taken = { data: { appCode: 'conflict', details: [{ path: ['email'] }] } }

describe('another address', () => {
  test('is taken once its code is entered, and proven by it', async () => {
    await using app = await testApp()
    const { trpc } = await app.person('alice')
    const { devCode: code = '' } = await trpc.auth.changeEmail.mutate({ email, currentPassword })
    expect(await trpc.users.me.query()).toMatchObject({ email: 'alice@example.com', emailVerifiedAt: null })
    expect(await trpc.auth.confirmEmail.mutate({ code })).toMatchObject({ email, emailVerifiedAt: expect.any(Date) })
    await expect(trpc.auth.confirmEmail.mutate({ code })).rejects.toMatchObject(refused)
    const { auth } = connect(app.url, () => null).trpc
    expect(await auth.login.mutate({ login: email, password: currentPassword })).toMatchObject({ user: { email } })
  })

  test('is mailed the code, and the old one is told', async () => {
    await using mailbox = await openMailbox()
    await using app = await testApp({ env: { SMTP_URL: mailbox.url } })
    const { trpc } = await app.person('alice')
    expect(await trpc.auth.changeEmail.mutate({ email, currentPassword })).toEqual({ expiresAt: expect.any(Date) })
    const first = await mailbox.next()
    expect(first.to).toMatchObject([{ address: email }])
    await trpc.auth.confirmEmail.mutate({ code: first.text?.slice(0, 6) ?? '' })
    const second = await mailbox.next(1)
    expect(second.to).toMatchObject([{ address: 'alice@example.com' }])
    expect(second.text).toContain('another e-mail address')
    expect(second.text).not.toContain(email)
  })

  test('takes the password, of which a stolen session guesses five', async () => {
    await using app = await testApp()
    const { trpc } = await app.person('alice')
    await expect(trpc.auth.changeEmail.mutate({ email })).rejects.toMatchObject(invalid)
    for (let tries = 1; tries < 5; tries++)
      await expect(trpc.auth.changeEmail.mutate({ email, currentPassword: 'wrong' })).rejects.toMatchObject(invalid)
    const locked = trpc.auth.changeEmail.mutate({ email, currentPassword })
    await expect(locked).rejects.toMatchObject({ data: { appCode: 'rate_limited' } })
  })

  test('has a code of five tries, for ten minutes, and until the next is asked for', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { trpc } = await app.person('alice')
    const ask = async () => (await trpc.auth.changeEmail.mutate({ email, currentPassword })).devCode ?? ''
    const anotherThan = (code: string) => String((Number(code) + 1) % 10 ** 6).padStart(6, '0')
    const tried = await ask()
    await Promise.allSettled(
      Array.from({ length: 9 }, () => trpc.auth.confirmEmail.mutate({ code: anotherThan(tried) })),
    )
    await expect(trpc.auth.confirmEmail.mutate({ code: tried })).rejects.toMatchObject(refused)
    const [old, late] = [await ask(), await ask()]
    const stale = old === late ? anotherThan(late) : old
    await expect(trpc.auth.confirmEmail.mutate({ code: stale })).rejects.toMatchObject(refused)
    clock.advance(10 * 60_000)
    await expect(trpc.auth.confirmEmail.mutate({ code: late })).rejects.toMatchObject(refused)
  })

  test('that is somebody’s is refused, also when they were faster', async () => {
    await using app = await testApp()
    const [alice, bob] = [await app.person('alice'), await app.person('bob')]
    const change = (address: string) => alice.trpc.auth.changeEmail.mutate({ email: address, currentPassword })
    await expect(change('bob@example.com')).rejects.toMatchObject(taken)
    const { devCode: code = '' } = await change(email)
    const { devCode: faster = '' } = await bob.trpc.auth.changeEmail.mutate({ email, currentPassword })
    await bob.trpc.auth.confirmEmail.mutate({ code: faster })
    await expect(alice.trpc.auth.confirmEmail.mutate({ code })).rejects.toMatchObject(taken)
    expect(await alice.trpc.users.me.query()).toMatchObject({ email: 'alice@example.com' })
  })

  test('is confirmed by nobody else’s session', async () => {
    await using app = await testApp()
    const [alice, bob] = [await app.person('alice'), await app.person('bob')]
    const { devCode: code = '' } = await alice.trpc.auth.changeEmail.mutate({ email, currentPassword })
    await expect(bob.trpc.auth.confirmEmail.mutate({ code })).rejects.toMatchObject(refused)
  })
})
