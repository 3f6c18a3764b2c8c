import { limits } from '@parley/contract/limits'
import type { PresenceEvent } from '@parley/contract/presence'
import type { ReceiptEvent } from '@parley/contract/receipts'
import type { TypingEvent } from '@parley/contract/typing'
import type { Person } from '@parley/testkit/person'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'

const watchTyping = ({ trpc, collect }: Person, roomId: string) =>
  collect<TypingEvent>((handlers) => trpc.typing.watch.subscribe({ roomId }, handlers))

const watchPresence = ({ trpc, collect }: Person, of: { roomId: string } | { userIds: string[] }) =>
  collect<PresenceEvent>((handlers) => trpc.presence.watch.subscribe(of, handlers))

const usernames = (event: TypingEvent) => event.users.map((user) => user.username)

describe('typing', () => {
  test('shows to the others, not to oneself, and stops when said', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const [ofAlice, ofBob] = [watchTyping(alice, room), watchTyping(bob, room)]
    await Promise.all([ofAlice.take(1), ofBob.take(1)])
    await bob.trpc.typing.set.mutate({ roomId: room, typing: true })
    await bob.trpc.typing.set.mutate({ roomId: room, typing: true })
    await bob.trpc.typing.set.mutate({ roomId: room, typing: false })
    expect((await ofAlice.take(3)).map(usernames)).toEqual([[], ['bob'], []])
    await alice.trpc.typing.set.mutate({ roomId: room, typing: true })
    expect((await ofBob.take(2)).map(usernames)).toEqual([[], ['alice']])
    expect(ofAlice.items).toHaveLength(3)
  })

  test('stops by itself after five seconds without a word, and is there for who comes to watch', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob, room } = await app.twoMembers()
    await bob.trpc.typing.set.mutate({ roomId: room, typing: true })
    const seen = watchTyping(alice, room)
    expect((await seen.take(1)).map(usernames)).toEqual([['bob']])
    clock.advance(5_000)
    expect((await seen.take(2)).map(usernames)).toEqual([['bob'], []])
  })

  test('ends with the message, however lately it was told, and begins again with the next one', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob, room } = await app.twoMembers()
    const seen = watchTyping(alice, room)
    await seen.take(1)
    await bob.trpc.typing.set.mutate({ roomId: room, typing: true })
    await seen.take(2)
    await bob.say(room, 'said')
    expect((await seen.take(3)).map(usernames)).toEqual([[], ['bob'], []])
    clock.advance(2_000)
    await bob.trpc.typing.set.mutate({ roomId: room, typing: true })
    expect((await seen.take(4)).map(usernames).at(-1)).toEqual(['bob'])
  })

  test('tells of one person at most once in two seconds, and of many at once ten times a second', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob, room } = await app.twoMembers()
    const seen = watchTyping(alice, room)
    await seen.take(1)
    const { id, username, displayName, avatarUrl } = bob.user
    const typist = { id, username, displayName, avatarUrl }
    for (let times = 0; times < 20; times++) app.deps.typing.set(room, typist, times % 2 === 0)
    await seen.take(2)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(seen.items.map(usernames)).toEqual([[], ['bob']])
    clock.advance(2_000)
    expect((await seen.take(3)).map(usernames)).toEqual([[], ['bob'], []])
    const crowd = Array.from({ length: 30 }, (_, at) => ({ ...typist, id: crypto.randomUUID(), username: `p${at}` }))
    for (const user of crowd) app.deps.typing.set(room, user, true)
    await seen.until((event) => event.users.length === crowd.length)
    expect(seen.items.length).toBeLessThanOrEqual(5)
  })
})

describe('presence', () => {
  test('in a large room, who comes and goes again and again is told of ten times a second, and as they are at last', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await app.database.db.updateTable('rooms').set({ member_count: 101 }).where('id', '=', room).execute()
    const seen = watchPresence(alice, { roomId: room })
    await seen.take(1)
    const statuses = () =>
      seen.items.flatMap((event) => (event.type === 'change' && event.user.id === bob.user.id ? event.user.status : []))
    const began = performance.now()
    const changes = Array.from({ length: 30 }, (_, at) => (at % 2 ? ('idle' as const) : ('online' as const)))
    for (const status of [...changes, 'dnd' as const]) {
      app.deps.presence.renew(bob.user.id, 'device', { status })
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await expect.poll(() => statuses().at(-1), { timeout: 5_000 }).toBe('dnd')
    // However slow the machine is just now: no two of them within a tenth of a second.
    expect(statuses().length).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - began) / limits.largeRoomPaceMs))
  })

  test('a person comes with their first socket and goes five seconds after the last one closed', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob, room } = await app.twoMembers()
    const seen = watchPresence(alice, { roomId: room })
    const statusOfBob = (event: PresenceEvent) =>
      (event.type === 'snapshot' ? event.users : [event.user]).find(({ id }) => id === bob.user.id)?.status
    await seen.until((event) => statusOfBob(event) === 'offline')
    await bob.watch(room).take(1)
    await seen.until((event) => event.type === 'change' && statusOfBob(event) === 'online')
    await bob.close()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(await alice.trpc.presence.list.query({ userIds: [bob.user.id] })).toMatchObject([{ status: 'online' }])
    clock.advance(5_000)
    const gone = await seen.until((event) => event.type === 'change' && statusOfBob(event) === 'offline')
    expect(gone).toMatchObject({ user: { lastSeenAt: expect.any(Date) } })
  })

  test('a page reload does not show', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await bob.watch(room).take(1)
    const seen = watchPresence(alice, { userIds: [bob.user.id] })
    await seen.take(1)
    for (let times = 0; times < 3; times++) {
      bob.cut()
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    expect(seen.items).toMatchObject([{ type: 'snapshot', users: [{ status: 'online' }] }])
  })

  test('of several devices the most awake counts, and do-not-disturb for all', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await bob.watch(room).take(1)
    const statusOfBob = async () => (await alice.trpc.presence.list.query({ userIds: [bob.user.id] }))[0]!.status
    const overSocket = { context: { ws: true } }
    await bob.trpc.presence.set.mutate({ status: 'idle' }, overSocket)
    expect(await statusOfBob()).toBe('idle')
    await bob.trpc.presence.set.mutate({ status: 'online' })
    expect(await statusOfBob()).toBe('online')
    await bob.trpc.presence.set.mutate({ status: 'dnd' }, overSocket)
    expect(await statusOfBob()).toBe('dnd')
  })

  test('set over HTTP alone is forgotten after thirty seconds', async () => {
    const clock = movableClock()
    await using app = await testApp({ clock })
    const { alice, bob } = await app.twoMembers()
    const statusOfBob = async () => (await alice.trpc.presence.list.query({ userIds: [bob.user.id] }))[0]!.status
    await bob.trpc.presence.set.mutate({ status: 'online' })
    expect(await statusOfBob()).toBe('online')
    clock.advance(31_000)
    await expect.poll(statusOfBob, { timeout: 3_000 }).toBe('offline')
  })
})

describe('receipts', () => {
  test('show who has read up to where, and follow reading and sending, never back', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await alice.say(room, 'one', 'two')
    const { trpc } = alice
    const seen = alice.collect<ReceiptEvent>((handlers) => trpc.receipts.watch.subscribe({ roomId: room }, handlers))
    const [snapshot] = await seen.take(1)
    expect(snapshot).toEqual({
      type: 'snapshot',
      reads: expect.arrayContaining([
        { userId: alice.user.id, seq: 2 },
        { userId: bob.user.id, seq: 0 },
      ]),
    })
    await bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 1 })
    await bob.say(room, 'three')
    await bob.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 1 })
    expect((await seen.take(4)).slice(1)).toEqual([1, 3, 3].map((seq) => ({ type: 'read', userId: bob.user.id, seq })))
    const { items } = await alice.trpc.rooms.members.query({ roomId: room })
    expect(items.find(({ user }) => user.id === bob.user.id)?.lastReadSeq).toBe(3)
  })
})
