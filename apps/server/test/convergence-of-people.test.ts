import { type Presences, reduceBlocked, reduceMembers, reducePresence, reduceReceipts } from '@parley/client'
import type { Member } from '@parley/contract/rooms'
import type { Person } from '@parley/testkit/person'
import { movableClock, testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { fetchReceipts, firstOf, patience, watchInbox, watchPresence, watchReceipts, watchTyping } from './following.js'

test('receipts: the events lead to what who comes now is told', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  await alice.say(room, 'one', 'two', 'three')
  const seen = watchReceipts(alice, room)
  await seen.take(1)
  const acts: Record<string, () => Promise<unknown>> = {
    reading: () => bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 2 }),
    sending: () => bob.say(room, 'four'),
    'marking as unread': () => bob.trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 1 }),
    'a late device': () => bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 1 }),
    hiding: () => bob.trpc.users.update.mutate({ showsReceipts: false }),
    'reading unseen': () => bob.say(room, 'unseen'),
    showing: () => bob.trpc.users.update.mutate({ showsReceipts: true }),
    'a cut': async () => {
      alice.cut()
      await bob.say(room, 'five')
    },
  }
  for (const [name, act] of Object.entries(acts)) {
    await act()
    const fresh = await fetchReceipts(alice, room)
    const held = () => seen.items.reduce(reduceReceipts, new Map())
    await expect.poll(held, { ...patience, message: name }).toEqual(fresh)
  }
})

test('typing: the events lead to what who comes now is told', async () => {
  const clock = movableClock()
  await using app = await testApp({ clock })
  const { alice, bob, room } = await app.twoMembers()
  const carol = await app.person('carol')
  await carol.trpc.rooms.join.mutate({ roomId: room })
  const seen = watchTyping(alice, room)
  await seen.take(1)
  const type = (person: Person, typing: boolean) => person.trpc.typing.set.mutate({ roomId: room, typing })
  const acts: Record<string, () => Promise<unknown>> = {
    one: () => type(bob, true),
    two: () => type(carol, true),
    oneself: () => type(alice, true),
    'one less': () => type(bob, false),
    'a cut': async () => {
      alice.cut()
      await type(bob, true)
    },
    silence: async () => {
      clock.advance(5_000)
      await expect.poll(() => seen.items.at(-1), patience).toEqual({ users: [] })
    },
  }
  for (const [name, act] of Object.entries(acts)) {
    await act()
    const held = () => seen.items.at(-1)
    await expect
      .poll(async () => held()?.users.length === (await firstOf(watchTyping(alice, room))).users.length, patience)
      .toBe(true)
    expect(held(), `after ${name}`).toEqual(await firstOf(watchTyping(alice, room)))
  }
})

test('presence: the events lead to what who comes now is told', async () => {
  const clock = movableClock()
  await using app = await testApp({ clock })
  const { alice, bob, room } = await app.twoMembers()
  const seen = watchPresence(alice, room)
  await seen.take(1)
  const held = (): Presences => seen.items.reduce(reducePresence, new Map())
  const fetch = async (): Promise<Presences> => reducePresence(new Map(), await firstOf(watchPresence(alice, room)))
  const statusOfBob = () => held().get(bob.user.id)?.status
  const overSocket = { context: { ws: true } }
  const acts: [string, () => Promise<unknown>][] = [
    ['online', () => bob.watch(room).take(1)],
    ['idle', () => bob.trpc.presence.set.mutate({ status: 'idle' }, overSocket)],
    ['dnd', () => bob.trpc.presence.set.mutate({ status: 'dnd' }, overSocket)],
    [
      'offline',
      async () => {
        await bob.close()
        await expect.poll(() => (clock.advance(5_000), statusOfBob()), patience).toBe('offline')
      },
    ],
  ]
  for (const [status, act] of acts) {
    await act()
    await expect.poll(statusOfBob, patience).toBe(status)
    const fresh = await fetch()
    await expect.poll(held, { ...patience, message: status }).toEqual(fresh)
  }
})

/** How far somebody has read is told by a feed of its own. */
const unreadBy = (member: Member): Member => ({ ...member, lastReadSeq: null })

test('members: the events lead to what who asks now is shown, roles and mutes included', async () => {
  await using app = await testApp({ env: { MESSAGE_RATE: '2/10s' } })
  const { owner, admin, moderator, member, room: roomId } = await app.ofEachRole()
  const fetch = async () => (await member.trpc.rooms.members.query({ roomId })).items
  const seen = watchInbox(member)
  await seen.take(1)
  const page = await fetch()
  const give = (by: Person, { user }: Person, role: 'owner' | 'admin' | 'moderator' | 'member') =>
    by.trpc.rooms.setRole.mutate({ roomId, userId: user.id, role })
  const mute = ({ user }: Person, until: Date) =>
    moderator.trpc.rooms.muteMember.mutate({ roomId, userId: user.id, until })
  const acts: Record<string, () => Promise<unknown>> = {
    'a role given': () => give(admin, member, 'moderator'),
    'a role taken': () => give(admin, member, 'member'),
    'a second owner': () => give(owner, admin, 'owner'),
    'a mute': () => mute(member, new Date(Date.now() + 60_000)),
    'a voice given back': () => mute(member, new Date()),
    'saying too much': () => member.say(roomId, 'one', 'two', 'three').catch(() => null),
    'another name': () => moderator.trpc.users.update.mutate({ displayName: 'Mo' }),
    'an owner less': () => give(owner, admin, 'moderator'),
  }
  const held = () =>
    seen.items
      .reduce((members, event) => reduceMembers(members, roomId, event), page as readonly Member[])
      .map(unreadBy)
  for (const [name, act] of Object.entries(acts)) {
    await act()
    const fresh = (await fetch()).map(unreadBy)
    await expect.poll(held, { ...patience, message: name }).toEqual(fresh)
  }
  // Who goes is told by the number of members; who owns the room after them, by name.
  await owner.trpc.users.erase.mutate({ messages: 'keep', currentPassword: 'correct horse battery' })
  await expect
    .poll(
      () =>
        held()
          .filter(({ role }) => role === 'owner')
          .map(({ user }) => user.username),
      patience,
    )
    .toContain('admin')
})

test('blocks: the events lead to what who asks now is shown, on another device as well', async () => {
  await using app = await testApp()
  const { alice, bob } = await app.twoMembers()
  const carol = await app.person('carol')
  const seen = watchInbox(alice)
  await seen.take(1)
  const { users } = alice.trpc
  const acts: Record<string, () => Promise<unknown>> = {
    one: () => users.block.mutate({ userId: carol.user.id }),
    two: () => users.block.mutate({ userId: bob.user.id }),
    again: () => users.block.mutate({ userId: bob.user.id }),
    'one less': () => users.unblock.mutate({ userId: carol.user.id }),
    'another name': () => bob.trpc.users.update.mutate({ displayName: 'Bobby' }),
    none: () => users.unblock.mutate({ userId: bob.user.id }),
  }
  for (const [name, act] of Object.entries(acts)) {
    await act()
    const fresh = await users.blocked.query()
    await expect.poll(() => seen.items.reduce(reduceBlocked, []), { ...patience, message: name }).toEqual(fresh)
  }
})

const shortPatience = { timeout: 1_000 }

test('who joins is told to those who watch receipts', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const carol = await app.person('carol')
  await alice.say(room, 'one', 'two')
  const seen = watchReceipts(alice, room)
  await seen.take(1)
  await carol.trpc.rooms.join.mutate({ roomId: room })
  const fresh = await fetchReceipts(alice, room)
  await expect.poll(() => seen.items.reduce(reduceReceipts, new Map()), shortPatience).toEqual(fresh)
})

test('who joins is told to those who watch presence', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const carol = await app.person('carol')
  const seen = watchPresence(alice, room)
  await seen.take(1)
  await carol.trpc.presence.set.mutate({ status: 'online' })
  await carol.trpc.rooms.join.mutate({ roomId: room })
  const fresh = reducePresence(new Map(), await firstOf(watchPresence(alice, room)))
  await expect.poll(() => seen.items.reduce(reducePresence, new Map()), shortPatience).toEqual(fresh)
})
