import type { Notification } from '@parley/contract/notifications'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { react, send, watchInbox } from './following.js'
import { listOf, rowsOf, told, unreadOf } from './notified.js'

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
