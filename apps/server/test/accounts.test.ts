import type { Message } from '@parley/contract/messages'
import { enablePerson } from '@parley/core/auth/disabling'
import { connect, type Person } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { renameSender } from '../../../packages/client/src/messages.js'
import { fetchInbox, fetchMessages, followInbox, followMessages, patience, react, watchInbox } from './following.js'

const currentPassword = 'correct horse battery'
const refused = { data: { appCode: 'unauthenticated' } }
const nobody = (app: TestApp) => connect(app.url, () => null).trpc
const gone = {
  displayName: 'Deleted person',
  username: expect.stringMatching(/^deleted-[0-9a-f]{20}$/),
  avatarUrl: null,
}

/** Who says so and what they hold: the events must lead to what a fresh fetch shows. */
async function watchedBy(person: Person, room: string) {
  const inbox = await followInbox(person)
  const messages = await followMessages(person, room)
  const events = watchInbox(person)
  await events.take(1)
  return {
    async expectConverged(userId: string) {
      const renamed = await events.until((event) => event.type === 'user' && event.user.id === userId)
      if (renamed.type !== 'user') return
      const fresh = await fetchInbox(person)
      await expect.poll(() => inbox.held(), patience).toEqual(fresh)
      // The newest page: who holds more holds older ones too.
      const page = await fetchMessages(person, room)
      expect(renameSender((await messages.settled()).slice(-page.length), renamed.user)).toEqual(page)
    },
  }
}

describe('who deactivates their account', () => {
  test('is shut out with every session and token until an operator lets them in', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await alice.say(room, 'see you')
    const { token } = await alice.trpc.auth.createToken.mutate({ name: 'x', scopes: ['users:read'] })
    const seen = alice.watch(room)
    await seen.take(1)
    const wrong = alice.trpc.users.deactivate.mutate({ currentPassword: 'wrong' })
    await expect(wrong).rejects.toMatchObject({ data: { appCode: 'invalid' } })
    await alice.trpc.users.deactivate.mutate({ currentPassword })
    expect(await seen.failed()).toMatchObject(refused)
    await expect(alice.trpc.users.me.query()).rejects.toMatchObject(refused)
    await expect(connect(app.url, () => token).trpc.users.me.query()).rejects.toMatchObject(refused)
    const logIn = () => nobody(app).auth.login.mutate({ login: 'alice', password: currentPassword })
    await expect(logIn()).rejects.toMatchObject(refused)
    expect(await fetchMessages(bob, room)).toMatchObject([{ body: 'see you', sender: { username: 'alice' } }])
    await enablePerson(app.database.db, 'alice')
    expect(await logIn()).toMatchObject({ user: { username: 'alice' } })
  })
})

describe('who erases their account', () => {
  test('leaves what they said as of a deleted person, and everybody’s client shows it so', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await bob.trpc.rooms.direct.mutate({ userIds: [alice.user.id] })
    const [question] = (await bob.say(room, 'who was it, @alice?')) as [Message]
    await react(alice, question, '👍', true)
    await alice.say(room, 'it was me')
    const bobs = await watchedBy(bob, room)
    await alice.trpc.users.erase.mutate({ currentPassword, messages: 'keep' })
    await bobs.expectConverged(alice.user.id)
    expect(await fetchMessages(bob, room)).toMatchObject([{}, { body: 'it was me', sender: gone }])
    expect(await fetchInbox(bob)).toMatchObject([{ memberCount: 1, role: 'owner' }, { members: [gone] }])
    expect(await bob.trpc.users.byId.query({ userId: alice.user.id })).toMatchObject(gone)
    expect(await bob.trpc.users.search.query({ query: 'deleted' })).toEqual([])
  })

  test('takes along what they said, where they say so: more than fits one go, mentions too', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { id: direct } = await bob.trpc.rooms.direct.mutate({ userIds: [alice.user.id] })
    const side = (await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Gone' })).id
    const [inGone] = (await alice.say(side, 'in a room that is gone')) as [Message]
    await alice.trpc.rooms.delete.mutate({ roomId: side })
    await alice.say(direct, 'between us')
    await alice.say(room, '@bob, listen', ...Array.from({ length: 100 }, (_, at) => `secret ${at}`))
    const [first] = (await fetchMessages(alice, room)) as Message[]
    await alice.trpc.messages.edit.mutate({ messageId: first?.id ?? '', body: 'secret, edited' })
    await bob.say(room, 'what bob says stays')
    const bobs = await watchedBy(bob, room)
    await alice.trpc.users.erase.mutate({ currentPassword, messages: 'delete' })
    await bobs.expectConverged(alice.user.id)
    const { db } = app.database
    const kept = await db.selectFrom('messages').select('body').where('sender_id', '=', alice.user.id).execute()
    expect(kept.every(({ body }) => body === '')).toBe(true)
    expect(kept.length).toBeGreaterThan(100)
    expect(inGone.body).not.toBe('')
    expect(await db.selectFrom('message_edits').select('body').execute()).toEqual([])
    expect(await fetchInbox(bob)).toMatchObject([{ mentions: 0, lastMessage: { body: 'what bob says stays' } }, {}])
  })

  test('leaves nothing of who they were, and no way in', async () => {
    await using app = await testApp()
    const alice = await app.person('alice')
    await alice.trpc.auth.setupTotp.mutate()
    await alice.trpc.auth.createToken.mutate({ name: 'of alice', scopes: ['users:read'] })
    const { devToken: token = '' } = await nobody(app).auth.requestReset.mutate({ email: 'alice@example.com' })
    await expect(alice.trpc.users.erase.mutate({ messages: 'keep' })).rejects.toMatchObject({
      data: { appCode: 'invalid' },
    })
    await alice.trpc.users.erase.mutate({ currentPassword, messages: 'keep' })
    const { db } = app.database
    const rows = [
      await db.selectFrom('users').selectAll().execute(),
      await db.selectFrom('sessions').selectAll().execute(),
      await db.selectFrom('api_tokens').selectAll().execute(),
      await db.selectFrom('second_factors').selectAll().execute(),
      await db.selectFrom('password_resets').selectAll().execute(),
    ]
    expect(JSON.stringify(rows)).not.toMatch(/alice|127\.0\.0\.1|argon2/i)
    await enablePerson(db, `${alice.user.id}@deleted.invalid`)
    for (const way of [
      () => alice.trpc.users.me.query(),
      () => nobody(app).auth.refresh.mutate({ refreshToken: alice.session.refreshToken }),
      () => nobody(app).auth.login.mutate({ login: 'alice', password: currentPassword }),
      () => nobody(app).auth.resetPassword.mutate({ token, password: 'staple of another kind' }),
    ])
      await expect(way()).rejects.toMatchObject(refused)
    expect((await app.person('alice')).user.id).not.toBe(alice.user.id)
  })

  test('hands the rooms that they alone owned to who stands highest there', async () => {
    await using app = await testApp()
    const { owner, moderator, member, room } = await app.ofEachRole()
    const events = watchInbox(moderator)
    await events.take(1)
    const admin = (await owner.trpc.rooms.members.query({ roomId: room })).items.find(({ role }) => role === 'admin')
    await owner.trpc.rooms.removeMember.mutate({ roomId: room, userId: admin?.user.id ?? '' })
    await owner.trpc.users.erase.mutate({ currentPassword, messages: 'keep' })
    await events.until((event) => event.type === 'room' && event.room.role === 'owner')
    const { items } = await member.trpc.rooms.members.query({ roomId: room })
    expect(items.map(({ user, role }) => [user.username, role])).toEqual([
      ['moderator', 'owner'],
      ['member', 'member'],
    ])
  })
})
