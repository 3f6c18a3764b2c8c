import { limits } from '@parley/contract/limits'
import type { Person } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { fetchInbox, followInbox, patience, send } from './following.js'

const mentionsOf = async (person: Person, roomId: string) =>
  (await fetchInbox(person)).find(({ id }) => id === roomId)?.mentions

test('who is named by a message has a mention, until they read it; marked as unread, they have it again', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [message] = await alice.say(room, 'good morning @bob', 'no names')
  expect(message).toMatchObject({ mentions: [bob.user.id], audience: null })
  expect(await fetchInbox(bob)).toMatchObject([{ unread: 2, mentions: 1, mentionSeqs: [1] }])
  expect(await bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 1 })).toMatchObject({ unread: 1, mentions: 0 })
  expect(await bob.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 1 })).toMatchObject({
    mentions: 1,
    mentionSeqs: [1],
  })
  expect((await bob.trpc.messages.byId.query({ messageId: message!.id })).mentions).toEqual([bob.user.id])
  expect(await mentionsOf(alice, room)).toBe(0)
})

test('only members are called, nobody by themselves, and nobody by code', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  await app.person('carol')
  const said = await alice.say(room, '@carol @nobody', 'I am @alice', '`@bob`', 'ask @bob.')
  expect(said.map(({ mentions }) => mentions)).toEqual([[], [alice.user.id], [], [bob.user.id]])
  await bob.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 1 })
  expect([await mentionsOf(alice, room), await mentionsOf(bob, room)]).toEqual([0, 1])
})

test('an answer in a thread calls as any message does', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [root] = await bob.say(room, 'a question')
  await send(alice, room, 'an answer, @bob', { threadRootId: root!.id })
  expect(await fetchInbox(bob)).toMatchObject([{ unread: 0, mentions: 1, mentionSeqs: [2] }])
})

test('an edit calls other people instead, and a deleted message calls nobody', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const carol = await app.person('carol')
  await carol.trpc.rooms.join.mutate({ roomId: room })
  const inboxes = await Promise.all([bob, carol].map(followInbox))
  const counts = () => Promise.all(inboxes.map(async (inbox) => (await inbox.held())[0]?.mentions))
  const [message] = await alice.say(room, 'hello @bob')
  const messageId = message!.id
  await expect.poll(counts, patience).toEqual([1, 0])
  expect((await alice.trpc.messages.edit.mutate({ messageId, body: 'hello @carol' })).mentions).toEqual([carol.user.id])
  await expect.poll(counts, patience).toEqual([0, 1])
  await alice.trpc.messages.edit.mutate({ messageId, body: 'hello @room' })
  await expect.poll(counts, patience).toEqual([1, 1])
  await alice.trpc.messages.delete.mutate({ messageId })
  await expect.poll(counts, patience).toEqual([0, 0])
  expect([await mentionsOf(bob, room), await mentionsOf(carol, room)]).toEqual([0, 0])
})

test('@here calls the members who are there now', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [carol, dave] = [await app.person('carol'), await app.person('dave')]
  await carol.trpc.rooms.join.mutate({ roomId: room })
  await Promise.all([bob, dave].map(({ trpc }) => trpc.presence.set.mutate({ status: 'online' })))
  const [message] = await alice.say(room, 'lunch? @here')
  expect(message).toMatchObject({ mentions: [], audience: 'here' })
  expect([await mentionsOf(bob, room), await mentionsOf(carol, room)]).toEqual([1, 0])
})

test('@room calls everybody with one row; in a room of more than fifty only moderators may', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const { db } = app.database
  await bob.say(room, 'everybody, @room')
  expect([await mentionsOf(alice, room), await mentionsOf(bob, room)]).toEqual([1, 0])
  expect(await db.selectFrom('mentions').select('user_id').execute()).toEqual([{ user_id: null }])
  await db
    .updateTable('rooms')
    .set({ member_count: limits.callRoomMembers + 1 })
    .execute()
  const [ignored] = await bob.say(room, 'again, @room')
  const [called] = await alice.say(room, 'please read, @room')
  expect([ignored!.audience, called!.audience]).toEqual([null, 'room'])
  expect(await mentionsOf(bob, room)).toBe(1)
})

test('mentions of one batch stay apart', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const said = await Promise.all(
    Array.from({ length: 20 }, (_, at) => alice.say(room, at % 2 ? `hey @bob ${at}` : `nobody ${at}`)),
  )
  const wrong = said.flat().filter(({ body, mentions }) => (mentions[0] === bob.user.id) !== body.includes('@bob'))
  expect(wrong).toEqual([])
  expect(await mentionsOf(bob, room)).toBe(10)
})
