import { connect } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const password = 'correct horse battery'
const refused = { data: { appCode: 'unauthenticated' } }
const as = (app: TestApp, token: string | null) => connect(app.url, () => token).trpc

describe('the sessions of a person', () => {
  test('are listed with their device and address, the one that asks marked', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    await app.person('bob')
    const response = await fetch(`${app.url}/trpc/auth.login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'A phone' },
      body: JSON.stringify({ json: { login: 'alice', password } }),
    })
    expect(response.status).toBe(200)
    const listed = await alice.trpc.auth.sessions.query()
    expect(listed).toHaveLength(2)
    expect(listed.map(({ userAgent, current }) => ({ userAgent, current }))).toContainEqual({
      userAgent: 'A phone',
      current: false,
    })
    expect(listed.filter((session) => session.current)).toHaveLength(1)
    for (const session of listed) {
      expect(session).toMatchObject({ ip: expect.stringContaining('127.0.0.1'), createdAt: expect.any(Date) })
    }
  })

  test('end within a second of being revoked: feed, socket and tokens', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const seen = alice.watch(room)
    await seen.take(1)
    const closed = new Promise<{ code: number; at: number }>((resolve) => {
      const socket = alice.socket.connection?.ws
      socket?.addEventListener('close', ({ code }) => resolve({ code, at: performance.now() }))
    })
    const phone = await as(app, null).auth.login.mutate({ login: 'alice', password })
    const listed = await as(app, phone.accessToken).auth.sessions.query()
    const other = listed.find((session) => !session.current)
    const from = performance.now()
    await as(app, phone.accessToken).auth.revokeSession.mutate({ sessionId: other?.id ?? '' })
    const { code, at } = await closed
    expect(code).toBe(4401)
    expect(at - from).toBeLessThan(1_000)
    await bob.say(room, 'not for alice')
    expect(await seen.failed()).toMatchObject(refused)
    expect(JSON.stringify(seen.items)).not.toContain('not for alice')
    await expect(alice.trpc.users.me.query()).rejects.toMatchObject(refused)
    const { refreshToken } = alice.session
    await expect(as(app, null).auth.refresh.mutate({ refreshToken })).rejects.toMatchObject(refused)
    expect(await as(app, phone.accessToken).auth.sessions.query()).toHaveLength(1)
  })

  test('are nobody else’s to revoke, nor to be revoked twice', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const [session] = await alice.trpc.auth.sessions.query()
    const sessionId = session?.id ?? ''
    const missing = { data: { appCode: 'not_found' } }
    await expect(bob.trpc.auth.revokeSession.mutate({ sessionId })).rejects.toMatchObject(missing)
    expect(await alice.trpc.users.me.query()).toMatchObject({ username: 'alice' })
    const { accessToken } = await as(app, null).auth.login.mutate({ login: 'alice', password })
    await alice.trpc.auth.revokeSession.mutate({ sessionId })
    await expect(as(app, accessToken).auth.revokeSession.mutate({ sessionId })).rejects.toMatchObject(missing)
  })
})
