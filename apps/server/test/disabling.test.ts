import { disablePerson, enablePerson } from '@parley/core/auth/disabling'
import { databaseKind } from '@parley/testkit/databases'
import { connect } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const password = 'correct horse battery'
const refused = { data: { appCode: 'unauthenticated' } }
const nobody = (app: TestApp) => connect(app.url, () => null).trpc

describe('a disabled account', () => {
  test('is refused everywhere: session, refresh, password, code, API token, reset', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    const email = 'alice@example.com'
    const { token } = await alice.trpc.auth.createToken.mutate({ name: 'x', scopes: ['users:read'] })
    const { devToken = '' } = await nobody(app).auth.requestReset.mutate({ email })
    await disablePerson(app.database.db, 'Alice')
    const { devCode: code = '' } = await nobody(app).auth.requestCode.mutate({ email })
    const { refreshToken } = alice.session
    const ways = [
      () => alice.trpc.users.me.query(),
      () => nobody(app).auth.refresh.mutate({ refreshToken }),
      () => nobody(app).auth.login.mutate({ login: 'alice', password }),
      () => nobody(app).auth.verifyCode.mutate({ email, code }),
      () => connect(app.url, () => token).trpc.users.me.query(),
      () => nobody(app).auth.resetPassword.mutate({ token: devToken, password: 'staple of another kind' }),
    ]
    for (const way of ways) await expect(way()).rejects.toMatchObject(refused)
    await enablePerson(app.database.db, email)
    await expect(alice.trpc.users.me.query()).rejects.toMatchObject(refused)
    expect(await nobody(app).auth.login.mutate({ login: 'alice', password })).toMatchObject({ user: { email } })
  })

  test('is not found by search, and what it said stays', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await alice.say(room, 'still here')
    await disablePerson(app.database.db, 'alice')
    expect(await bob.trpc.users.search.query({ query: 'alice' })).toEqual([])
    expect(await bob.trpc.messages.list.query({ roomId: room })).toMatchObject({ items: [{ body: 'still here' }] })
  })

  test('is drawn into nothing: no room, no new conversation, no mention; who knows it still finds what there was', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const carol = await app.person('carol')
    const old = await bob.trpc.rooms.direct.mutate({ userIds: [alice.user.id] })
    const other = (await bob.trpc.rooms.create.mutate({ kind: 'private', name: 'Other' })).id
    await disablePerson(app.database.db, 'alice')
    const invalid = { data: { appCode: 'invalid' } }
    await expect(bob.trpc.rooms.addMember.mutate({ roomId: other, userId: alice.user.id })).rejects.toMatchObject(
      invalid,
    )
    await expect(carol.trpc.rooms.direct.mutate({ userIds: [alice.user.id] })).rejects.toMatchObject(invalid)
    expect((await bob.trpc.rooms.direct.mutate({ userIds: [alice.user.id] })).id).toBe(old.id)
    const [said] = await bob.say(room, 'is @alice here?')
    expect(said?.mentions).toEqual([])
    await enablePerson(app.database.db, 'alice')
    const [again] = await bob.say(room, 'and now, @alice?')
    expect(again?.mentions).toEqual([alice.user.id])
  })

  test('brings nobody in: its invitations work again only when it does', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const carol = await app.person('carol')
    const { code } = await bob.trpc.rooms.createInvite.mutate({ roomId: room })
    await disablePerson(app.database.db, 'bob')
    await expect(carol.trpc.rooms.acceptInvite.mutate({ code })).rejects.toMatchObject({
      data: { appCode: 'not_found' },
    })
    expect(await alice.trpc.rooms.invites.query({ roomId: room })).toEqual([])
    await enablePerson(app.database.db, 'bob')
    expect((await carol.trpc.rooms.acceptInvite.mutate({ code })).id).toBe(room)
  })

  // The embedded database has no other process beside it.
  test.runIf(databaseKind() === 'postgres')(
    'loses feeds and sockets within a second, though another process disabled it',
    async () => {
      await using app = await testApp()
      const { alice, bob, room } = await app.twoMembers()
      const seen = alice.watch(room)
      await seen.take(1)
      const closed = new Promise<number>((resolve) =>
        alice.socket.connection?.ws.addEventListener('close', ({ code }) => resolve(code)),
      )
      const from = performance.now()
      await disablePerson(app.database.db, 'alice')
      expect(await closed).toBe(4401)
      expect(performance.now() - from).toBeLessThan(1_000)
      await bob.say(room, 'not for alice')
      expect(await seen.failed()).toMatchObject(refused)
      expect(JSON.stringify(seen.items)).not.toContain('not for alice')
    },
  )
})
