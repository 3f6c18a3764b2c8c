import { connect } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { createUser } from '@parley/core/auth/service'
import { describe, expect, test } from 'vitest'
import { openMailbox } from './mailbox.js'

const password = 'correct horse battery'
const forbidden = { data: { appCode: 'forbidden' } }
const refused = { data: { appCode: 'unauthenticated' } }
const nobody = (app: TestApp) => connect(app.url, () => null).trpc

/** A server for invited people, with somebody whom the operator has made, and their room. */
async function invitedOnly(env: Record<string, string> = {}) {
  const app = await testApp({ env: { SIGNUP: 'invite', ...env } })
  await createUser(app.database.db, { email: 'host@example.com', username: 'host', password })
  const session = await nobody(app).auth.login.mutate({ login: 'host', password })
  const { trpc, socket } = connect(app.url, () => session.accessToken)
  const room = (await trpc.rooms.create.mutate({ kind: 'private', name: 'Friends' })).id
  const invite = (maxUses?: number) =>
    trpc.rooms.createInvite.mutate({ roomId: room, ...(maxUses !== undefined && { maxUses }) })
  return { app, host: trpc, room, invite, socket, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
}

const newcomer = (username: string, inviteCode?: string) => ({
  email: `${username}@example.com`,
  username,
  password,
  ...(inviteCode && { inviteCode }),
})

describe('where one comes by invitation', () => {
  test('registering needs one that works, and joins its room', async () => {
    await using world = await invitedOnly()
    const { code } = await world.invite()
    const register = (inviteCode?: string) => nobody(world.app).auth.register.mutate(newcomer('ada', inviteCode))
    await expect(register()).rejects.toMatchObject(forbidden)
    await expect(register('made-up')).rejects.toMatchObject(forbidden)
    const { accessToken } = await register(code)
    const ada = connect(world.app.url, () => accessToken).trpc
    expect(await ada.rooms.list.query()).toMatchObject({ items: [{ id: world.room, role: 'member', unread: 0 }] })
    expect(await world.host.rooms.invites.query({ roomId: world.room })).toMatchObject([{ uses: 1 }])
  })

  test('the last use makes one person, however many come with it at once', async () => {
    await using world = await invitedOnly()
    const { code } = await world.invite(1)
    const names = ['ada', 'bob', 'carol', 'dan', 'eve']
    const came = await Promise.allSettled(
      names.map((name) => nobody(world.app).auth.register.mutate(newcomer(name, code))),
    )
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const people = await world.app.database.db.selectFrom('users').select('username').execute()
    expect(people).toHaveLength(2)
  })

  test('whose name is taken uses nothing up, and nothing is made', async () => {
    await using world = await invitedOnly()
    const { code } = await world.invite(1)
    const taken = nobody(world.app).auth.register.mutate({ ...newcomer('ada', code), username: 'host' })
    await expect(taken).rejects.toMatchObject({ data: { appCode: 'conflict' } })
    expect(await nobody(world.app).auth.register.mutate(newcomer('ada', code))).toMatchObject({ user: {} })
  })

  test.each(['revoked', 'of an archived room', 'of somebody who was shut out'])(
    'one %s lets nobody in',
    async (why) => {
      await using world = await invitedOnly()
      const { id, code } = await world.invite()
      if (why === 'revoked') await world.host.rooms.revokeInvite.mutate({ inviteId: id })
      else if (why === 'of an archived room') await world.host.rooms.archive.mutate({ roomId: world.room })
      else await world.app.database.db.updateTable('users').set({ disabled_at: new Date() }).execute()
      await expect(nobody(world.app).auth.register.mutate(newcomer('ada', code))).rejects.toMatchObject(forbidden)
    },
  )

  test('the first code makes a person with one, and nobody without', async () => {
    await using world = await invitedOnly()
    const { code: inviteCode } = await world.invite()
    const email = 'ada@example.com'
    const ask = async () => (await nobody(world.app).auth.requestCode.mutate({ email, inviteCode })).devCode ?? ''
    const enter = (code: string, invitation?: string) =>
      nobody(world.app).auth.verifyCode.mutate({ email, code, ...(invitation && { inviteCode: invitation }) })
    const code = await ask()
    await expect(enter(code)).rejects.toMatchObject(refused)
    const { accessToken, user } = await enter(code, inviteCode)
    expect(user).toMatchObject({ email, emailVerifiedAt: expect.any(Date) })
    const ada = connect(world.app.url, () => accessToken).trpc
    expect(await ada.rooms.list.query()).toMatchObject({ items: [{ id: world.room }] })
    expect(await enter(await ask())).toMatchObject({ user: { id: user.id } })
  })

  test('a stranger who shows none is mailed nothing', async () => {
    await using mailbox = await openMailbox()
    await using world = await invitedOnly({ SMTP_URL: mailbox.url })
    const { code: inviteCode } = await world.invite()
    await nobody(world.app).auth.requestCode.mutate({ email: 'stranger@example.com' })
    await nobody(world.app).auth.requestCode.mutate({ email: 'ada@example.com', inviteCode })
    expect((await mailbox.next()).to?.[0]?.address).toBe('ada@example.com')
    expect(mailbox.mails).toHaveLength(1)
  })
})

test('an invitation leads into its room where sign-up is open too, also a room that everybody is in', async () => {
  await using app = await testApp()
  const alice = await app.person('alice')
  const room = (await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Lobby' })).id
  await app.database.db.updateTable('rooms').set({ is_default: true }).execute()
  const { code } = await alice.trpc.rooms.createInvite.mutate({ roomId: room })
  const { accessToken } = await nobody(app).auth.register.mutate(newcomer('bob', code))
  const bob = connect(app.url, () => accessToken).trpc
  expect(await bob.rooms.list.query()).toMatchObject({ items: [{ id: room, memberCount: 2 }] })
})

test('where sign-up is closed an invitation makes nobody', async () => {
  await using world = await invitedOnly({ SIGNUP: 'closed' })
  const { code } = await world.invite()
  await expect(nobody(world.app).auth.register.mutate(newcomer('ada', code))).rejects.toMatchObject(forbidden)
})
