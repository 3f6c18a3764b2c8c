import type { Notification } from '@parley/contract/notifications'
import type { Person } from '@parley/testkit/person'
import { type TestApp, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { react, send, watchInbox } from './following.js'

const listOf = async ({ trpc }: Person) => (await trpc.notifications.list.query()).items
const unreadOf = async ({ trpc }: Person) => (await trpc.notifications.unread.query()).length
/** Newest first, as one would say it. */
const told = async (person: Person) =>
  (await listOf(person)).map((one) => [one.reason, one.actor.username, one.message?.body ?? null])
const rowsOf = async ({ database: { db } }: TestApp) => {
  const [mentions, others] = [
    await db.selectFrom('mentions').selectAll().execute(),
    await db.selectFrom('notifications').selectAll().execute(),
  ]
  return mentions.length + others.length
}

describe('a person is told', () => {
  test('who calls, answers or reacts to them, or puts them into a room, and why; not what they do themselves', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const { id: other } = await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Board' })
    const [mine] = await bob.say(room, 'my words')
    await alice.say(room, 'hey @bob')
    await alice.say(room, 'all of you, @room')
    await send(alice, room, 'quoting', { replyToId: mine!.id })
    await send(alice, room, 'in the thread', { threadRootId: mine!.id })
    await send(alice, room, 'both, @bob', { replyToId: mine!.id })
    await send(bob, room, 'quoting myself', { replyToId: mine!.id })
    await react(alice, mine!, '👍', true)
    await react(bob, mine!, '👍', true)
    await alice.trpc.rooms.addMember.mutate({ roomId: other, userId: bob.user.id })
    expect(await told(bob)).toEqual([
      ['added', 'alice', null],
      ['reaction', 'alice', 'my words'],
      ['mention', 'alice', 'both, @bob'],
      ['reply', 'alice', 'in the thread'],
      ['reply', 'alice', 'quoting'],
      ['everybody', 'alice', 'all of you, @room'],
      ['mention', 'alice', 'hey @bob'],
    ])
    expect(await told(alice)).toEqual([])
    expect((await listOf(bob))[1]).toMatchObject({ roomId: room, emoji: '👍', message: { id: mine!.id, seq: 1 } })
    // An answer is not a mention.
    expect((await bob.trpc.rooms.byId.query({ roomId: room })).mentions).toBe(0)
  })

  test('page by page, everybody’s among their own', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    for (let at = 0; at < 7; at++) await alice.say(room, at % 2 ? `@room ${at}` : `@bob ${at}`)
    const bodies: (string | undefined)[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: { items: Notification[]; nextCursor: string | null } = await bob.trpc.notifications.list.query({
        limit: 3,
        cursor,
      })
      bodies.push(...page.items.map(({ message }) => message?.body))
      cursor = page.nextCursor
    }
    expect(bodies).toEqual(['@bob 6', '@room 5', '@bob 4', '@room 3', '@bob 2', '@room 1', '@bob 0'])
  })

  test('with one row where everybody is called, and none where nobody is', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    for (const name of ['carol', 'dave', 'erin'])
      await (await app.person(name)).trpc.rooms.join.mutate({ roomId: room })
    await alice.say(room, 'hello')
    expect(await rowsOf(app)).toBe(0)
    await alice.say(room, 'hello @room')
    expect(await rowsOf(app)).toBe(1)
  })
})

describe('what one was told of is read', () => {
  test('by itself, and all at once; other devices hear of it, and nobody else can', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [mine] = await bob.say(room, 'my words')
    await alice.say(room, '@bob', '@room')
    await react(alice, mine!, '👍', true)
    const ids = (await listOf(bob)).map(({ id }) => id)
    const inbox = watchInbox(bob)
    await inbox.take(1)
    await alice.trpc.notifications.markRead.mutate({ notificationIds: ids })
    expect(await unreadOf(bob)).toBe(3)
    await bob.trpc.notifications.markRead.mutate({ notificationIds: [ids[1]!] })
    expect((await listOf(bob)).map(({ isRead }) => isRead)).toEqual([false, true, false])
    await inbox.until((event) => event.type === 'notificationsRead' && event.notificationIds[0] === ids[1])
    await bob.trpc.notifications.markRead.mutate({ all: true })
    expect(await unreadOf(bob)).toBe(0)
    await inbox.until((event) => event.type === 'notificationsRead' && event.notificationIds.length === 2)
    expect((await bob.trpc.rooms.byId.query({ roomId: room })).mentions).toBe(2)
  })

  test('with its room: by reading it, by speaking there, and with all rooms', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [mine] = await bob.say(room, 'my words')
    const acts = [
      () => bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 100 }),
      () => bob.say(room, 'I see'),
      () => bob.trpc.rooms.markAllRead.mutate(),
    ]
    const inbox = watchInbox(bob)
    await inbox.take(1)
    for (const [at, act] of acts.entries()) {
      await alice.say(room, '@bob', '@room')
      await react(alice, mine!, '👍', at % 2 === 0)
      await react(alice, mine!, '🎉', at % 2 === 1)
      expect(await unreadOf(bob)).toBe(3)
      await act()
      expect(await unreadOf(bob)).toBe(0)
    }
    await inbox.until(() => inbox.items.filter(({ type }) => type === 'notificationsRead').length === 3)
  })

  test('up to there; and marked unread with the room, unread again', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await alice.say(room, '@bob one', '@bob two')
    await bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 1 })
    expect((await listOf(bob)).map(({ isRead }) => isRead)).toEqual([false, true])
    await bob.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 1 })
    expect(await unreadOf(bob)).toBe(2)
  })
})

describe('a person is not told', () => {
  test('of rooms they want to hear nothing of, nor of reactions where only mentions matter', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [mine] = await bob.say(room, 'my words')
    await alice.say(room, '@bob', '@room')
    await react(alice, mine!, '👍', true)
    const inbox = watchInbox(bob)
    await inbox.take(1)
    await bob.trpc.rooms.setNotify.mutate({ roomId: room, notify: 'mentions' })
    expect((await told(bob)).map(([reason]) => reason)).toEqual(['everybody', 'mention'])
    await react(alice, mine!, '🎉', true)
    await bob.trpc.rooms.setNotify.mutate({ roomId: room, notify: 'none' })
    await alice.say(room, '@bob again', '@room again')
    expect([await told(bob), await unreadOf(bob)]).toEqual([[], 0])
    await bob.trpc.rooms.setNotify.mutate({ roomId: room, notify: 'all' })
    expect(await told(bob)).toHaveLength(6)
    await alice.say(room, '@bob at last')
    await inbox.until((event) => event.type === 'notification' && event.notification.message?.body === '@bob at last')
    expect(inbox.items.filter(({ type }) => type === 'notification')).toHaveLength(1)
  })

  test('of what whoever they have blocked does', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const inbox = watchInbox(bob)
    await inbox.take(1)
    const [mine] = await bob.say(room, 'my words')
    await alice.say(room, '@bob before')
    await bob.trpc.users.block.mutate({ userId: alice.user.id })
    await alice.say(room, '@bob', '@room')
    await react(alice, mine!, '👍', true)
    expect([await told(bob), await unreadOf(bob)]).toEqual([[], 0])
    await bob.trpc.users.unblock.mutate({ userId: alice.user.id })
    expect(await told(bob)).toHaveLength(4)
    await inbox.until((event) => event.type === 'block' && !event.on)
    expect(inbox.items.filter(({ type }) => type === 'notification')).toHaveLength(1)
  })

  test('of a room they were removed from, then nor after they come back', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const [mine] = await bob.say(roomId, 'my words')
    await alice.say(roomId, '@bob', '@room')
    await react(alice, mine!, '👍', true)
    const inbox = watchInbox(bob)
    await inbox.take(1)
    await alice.trpc.rooms.removeMember.mutate({ roomId, userId: bob.user.id })
    await alice.say(roomId, '@bob secret', '@room secret')
    await send(alice, roomId, 'secret answer', { replyToId: mine!.id })
    await react(alice, mine!, '🤫', true)
    expect([await told(bob), await unreadOf(bob)]).toEqual([[], 0])
    await bob.trpc.rooms.join.mutate({ roomId })
    expect([await told(bob), await unreadOf(bob)]).toEqual([[], 0])
    await alice.say(roomId, '@bob welcome back')
    await inbox.until((event) => event.type === 'notification')
    expect(JSON.stringify(inbox.items.filter(({ type }) => type !== 'room' && type !== 'activity'))).not.toMatch(
      /secret|🤫/,
    )
    expect(await told(bob)).toEqual([['mention', 'alice', '@bob welcome back']])
  })

  test('of a call that was before they came, or of a message that they may not see', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const carol = await app.person('carol')
    const [old] = await alice.say(roomId, '@room secret')
    await alice.trpc.rooms.update.mutate({ roomId, history: 'join' })
    const inbox = watchInbox(carol)
    await inbox.take(1)
    await carol.trpc.rooms.join.mutate({ roomId })
    await alice.trpc.messages.edit.mutate({ messageId: old!.id, body: '@room @carol secret, edited' })
    await bob.say(roomId, '@carol hello')
    await inbox.until((event) => event.type === 'notification')
    expect(await told(carol)).toEqual([['mention', 'bob', '@carol hello']])
    expect(JSON.stringify(inbox.items)).not.toContain('secret')
  })

  test('any more of what is taken back: a message, a call, a reaction', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [mine] = await bob.say(room, 'my words')
    const [first, second] = await alice.say(room, '@bob one', '@bob two')
    await react(alice, mine!, '👍', true)
    await alice.trpc.messages.delete.mutate({ messageId: first!.id })
    await alice.trpc.messages.edit.mutate({ messageId: second!.id, body: 'nobody' })
    await react(alice, mine!, '👍', false)
    expect([await told(bob), await unreadOf(bob)]).toEqual([[], 0])
    await react(alice, mine!, '🎉', true)
    await bob.trpc.messages.delete.mutate({ messageId: mine!.id })
    expect(await told(bob)).toEqual([])
    expect(await rowsOf(app)).toBe(0)
  })
})
