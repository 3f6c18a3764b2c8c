import type { Message } from '@parley/contract/messages'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { fetchInbox, fetchMessages, followInbox, followMessages, patience, react, send } from './following.js'

// Old state and events must equal a fresh fetch, for every event: what a client shows after a day of events is then
// what it would show after a reload.

test(
  'a room’s messages: after every change, the events lead to what a fresh page shows',
  { timeout: 60_000 },
  async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [first, second] = (await alice.say(room, 'first', 'second')) as [Message, Message]
    const quoting = await send(bob, room, 'quoting the first', { replyToId: first.id })
    const held = await followMessages(bob, room)
    let threaded: Message | undefined

    const acts: Record<string, () => Promise<unknown>> = {
      'a new message': () => alice.say(room, 'hello'),
      'an edit': () => alice.trpc.messages.edit.mutate({ messageId: second.id, body: 'second, edited' }),
      'a reaction': () => react(bob, second, '👍', true),
      'another’s reaction': () => react(alice, second, '👍', true),
      'a reaction taken back': () => react(bob, second, '👍', false),
      'the last of its kind taken back': () => react(alice, second, '👍', false),
      'a reply': () => send(alice, room, 'a reply', { replyToId: second.id }),
      'an edit of what is quoted': () =>
        alice.trpc.messages.edit.mutate({ messageId: first.id, body: 'first, edited' }),
      'a change of what quotes': () => react(alice, quoting, '🎉', true),
      'a long edit of what is quoted': () =>
        alice.trpc.messages.edit.mutate({ messageId: first.id, body: '👨‍👩‍👧 '.repeat(300) }),
      'a deletion of what is quoted': () => alice.trpc.messages.delete.mutate({ messageId: first.id }),
      'a reply in a thread': async () =>
        (threaded = await send(bob, room, 'in the thread', { threadRootId: second.id })),
      'a reply in a thread, to the room too': () =>
        send(bob, room, 'out of it', { threadRootId: second.id, alsoToRoom: true }),
      'a quote of a reply in a thread': () => send(alice, room, 'as you said', { replyToId: threaded!.id }),
      'an edit of that': () => bob.trpc.messages.edit.mutate({ messageId: threaded!.id, body: 'edited in the thread' }),
      'a pin': () => alice.trpc.messages.pin.mutate({ messageId: second.id, on: true }),
      'a pin of what was said in a thread': () => alice.trpc.messages.pin.mutate({ messageId: threaded!.id, on: true }),
      'a pin taken out': () => alice.trpc.messages.pin.mutate({ messageId: second.id, on: false }),
      'a pin of what quotes': () => alice.trpc.messages.pin.mutate({ messageId: quoting.id, on: true }),
      'a deletion': () => bob.trpc.messages.delete.mutate({ messageId: quoting.id }),
      'a change that is none': () => bob.trpc.messages.delete.mutate({ messageId: quoting.id }),
    }
    for (const [name, act] of Object.entries(acts)) {
      await act()
      expect(await held.settled(), `after ${name}`).toEqual(await fetchMessages(bob, room))
      // And from here, with every event so far coming again.
      await held.refetch()
      expect(await held.settled(), `${name}, told again`).toEqual(await fetchMessages(bob, room))
    }
  },
)

test('a room’s messages: who was away while everything changed catches up to what a fresh page shows', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [first, second] = (await alice.say(room, 'first', 'second')) as [Message, Message]
  await send(bob, room, 'quoting the first', { replyToId: first.id })
  const held = await followMessages(bob, room)
  for (let round = 0; round < 3; round++) {
    bob.cut()
    await alice.trpc.messages.edit.mutate({ messageId: first.id, body: `first, ${round}` })
    await react(alice, second, '👍', round % 2 === 0)
    await send(alice, room, 'new', { replyToId: first.id })
    expect(await held.settled()).toEqual(await fetchMessages(bob, room))
  }
})

test(
  'the room list: after every change, on each device of everybody, the events lead to what a fresh list shows',
  { timeout: 60_000 },
  async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const carol = await app.person('carol')
    const { id: side } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Side' })
    const [said] = (await alice.say(room, 'said before')) as [Message]
    const held = await Promise.all([alice, bob].map(followInbox))

    async function expectConverged(name: string): Promise<void> {
      for (const [at, person] of [alice, bob].entries()) {
        const fresh = await fetchInbox(person)
        await expect
          .poll(() => held[at]!.held(), { ...patience, message: `${name}, ${person.user.username}` })
          .toEqual(fresh)
      }
    }

    const acts: Record<string, () => Promise<unknown>> = {
      'a message': () => alice.say(room, 'one'),
      'an edit of the last message': async () => {
        const [message] = await alice.say(room, 'two')
        await alice.trpc.messages.edit.mutate({ messageId: message!.id, body: 'two, edited' })
      },
      'a reply': () => send(alice, room, 'as I said', { replyToId: said.id }),
      'an edit of what the last message quotes': () =>
        alice.trpc.messages.edit.mutate({ messageId: said.id, body: 'said, edited' }),
      'a reply in a thread': () => send(alice, room, 'in the thread', { threadRootId: said.id }),
      reading: () => bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 3 }),
      'marking as unread': () => bob.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 2 }),
      answering: () => bob.say(room, 'yes'),
      'marking as unread what one said': () => bob.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 1 }),
      'a reaction': () => react(bob, said, '👍', true),
      'a deletion of the last message': async () => {
        const [message] = await alice.say(room, 'oh no')
        await alice.trpc.messages.delete.mutate({ messageId: message!.id })
      },
      joining: () => bob.trpc.rooms.join.mutate({ roomId: side }),
      'a message where one joined': () => alice.say(side, 'welcome'),
      'a third who joins': () => carol.trpc.rooms.join.mutate({ roomId: room }),
      'what the third says': () => carol.say(room, 'hello'),
      'a third who leaves': () => carol.trpc.rooms.leave.mutate({ roomId: room }),
      leaving: () => bob.trpc.rooms.leave.mutate({ roomId: side }),
      'a message where one left': () => alice.say(side, 'gone'),
      'joining again': () => bob.trpc.rooms.join.mutate({ roomId: side }),
      'a new room': () => bob.trpc.rooms.create.mutate({ kind: 'private', name: 'Mine' }),
      'a direct conversation': () => alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id] }),
      'a quote of oneself': async () => {
        const [message] = await alice.say(room, 'so')
        await send(bob, room, 'indeed', { replyToId: message!.id })
      },
      'a new name': () => alice.trpc.users.update.mutate({ displayName: 'Alice A.' }),
      'many messages at once': () =>
        Promise.all(Array.from({ length: 20 }, (_, at) => alice.say(at % 2 ? room : side, `${at}`))),
    }
    for (const [name, act] of Object.entries(acts)) {
      await act()
      await expectConverged(name)
      for (const inbox of held) await inbox.refetch()
      await expectConverged(`${name}, told again`)
    }
  },
)
