import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { watchInbox } from './following.js'

describe('the room list', () => {
  test('shows the newest activity first, with what is unread and the last message, page by page', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const others: string[] = []
    for (const name of ['one', 'two', 'three']) {
      const made = await alice.trpc.rooms.create.mutate({ kind: 'public', name })
      await bob.trpc.rooms.join.mutate({ roomId: made.id })
      others.push(made.id)
    }
    await alice.say(others[0]!, 'hello')
    await alice.say(room, 'a', 'b')
    const first = await bob.trpc.rooms.list.query({ limit: 2 })
    expect(first.items.map(({ name, unread, lastMessage }) => [name, unread, lastMessage?.body])).toEqual([
      ['General', 2, 'b'],
      ['one', 1, 'hello'],
    ])
    const second = await bob.trpc.rooms.list.query({ limit: 2, cursor: first.nextCursor })
    expect(second.items.map(({ name, lastMessage }) => [name, lastMessage])).toEqual([
      ['three', null],
      ['two', null],
    ])
    expect(second.nextCursor).toBeNull()
  })

  test('is discovered by name or topic, page by page, archived and private ones left out', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const make = (name: string, topic: string, kind: 'public' | 'private' = 'public') =>
      alice.trpc.rooms.create.mutate({ kind, name, topic })
    await make('Cooking', '100% food')
    await make('Gardening', 'Plants and food')
    await make('Secret food', 'hush', 'private')
    const archived = await make('Old food', 'gone')
    await app.database.db.updateTable('rooms').set({ archived_at: new Date() }).where('id', '=', archived.id).execute()
    const food = await bob.trpc.rooms.discover.query({ query: 'FOOD' })
    expect(food.items.map(({ name, joined }) => [name, joined])).toEqual([
      ['Gardening', false],
      ['Cooking', false],
    ])
    expect((await bob.trpc.rooms.discover.query({ query: '100%' })).items.map((room) => room.name)).toEqual(['Cooking'])
    const page = await bob.trpc.rooms.discover.query({ limit: 2 })
    const rest = await bob.trpc.rooms.discover.query({ limit: 2, cursor: page.nextCursor })
    expect([...page.items, ...rest.items].map(({ name, joined }) => [name, joined])).toEqual([
      ['Gardening', false],
      ['Cooking', false],
      ['General', true],
    ])
  })

  test('members are listed page by page, and found by name', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    for (const name of ['carol', 'dave']) await (await app.person(name)).trpc.rooms.join.mutate({ roomId: room })
    const first = await alice.trpc.rooms.members.query({ roomId: room, limit: 3 })
    const second = await alice.trpc.rooms.members.query({ roomId: room, limit: 3, cursor: first.nextCursor })
    expect([...first.items, ...second.items].map(({ user, role }) => [user.username, role])).toEqual([
      ['alice', 'owner'],
      ['bob', 'member'],
      ['carol', 'member'],
      ['dave', 'member'],
    ])
    const found = await alice.trpc.rooms.members.query({ roomId: room, query: 'Car' })
    expect(found.items.map(({ user }) => user.username)).toEqual(['carol'])
  })
})

describe('reading', () => {
  test('moves only forward, and back when asked to mark as unread', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    await alice.say(room, 'one', 'two', 'three')
    const { trpc } = bob
    expect(await trpc.rooms.markRead.mutate({ roomId: room, seq: 2 })).toMatchObject({
      lastReadSeq: 2,
      unread: 1,
      mentions: 0,
    })
    expect(await trpc.rooms.markRead.mutate({ roomId: room, seq: 1 })).toMatchObject({ lastReadSeq: 2, unread: 1 })
    expect(await trpc.rooms.markRead.mutate({ roomId: room, seq: 99 })).toMatchObject({ lastReadSeq: 3, unread: 0 })
    expect(await trpc.rooms.markUnread.mutate({ roomId: room, fromSeq: 2 })).toMatchObject({
      lastReadSeq: 1,
      unread: 2,
    })
    expect((await trpc.rooms.list.query()).items[0]).toMatchObject({ lastReadSeq: 1, unread: 2 })
  })
})

describe('who watches their inbox', () => {
  test('hears of activity, at most four times a second a room, ending with the last', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const inbox = watchInbox(bob)
    await inbox.until((event) => event.type === 'ready')
    const began = Date.now()
    await alice.say(room, ...Array.from({ length: 30 }, (_, at) => `message ${at + 1}`))
    await inbox.until((event) => event.type === 'activity' && event.lastMessage?.body === 'message 30')
    const activities = inbox.items.filter((event) => event.type === 'activity')
    expect(activities.length).toBeLessThanOrEqual(Math.ceil((Date.now() - began) / 250) + 1)
    expect(activities.at(-1)).toMatchObject({ roomId: room, lastSeq: 30, lastMain: 30, version: 30, memberCount: 2 })
  })

  test('hears of a room joined on another device, of what is said there at once, and of leaving it', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const inbox = watchInbox(bob)
    await inbox.until((event) => event.type === 'ready')
    const { id: roomId } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'New' })
    await bob.trpc.rooms.join.mutate({ roomId })
    await inbox.until((event) => event.type === 'room' && event.room.id === roomId)
    await alice.say(roomId, 'welcome')
    await inbox.until((event) => event.type === 'activity' && event.lastMessage?.body === 'welcome')
    await bob.trpc.rooms.markRead.mutate({ roomId, seq: 1 })
    expect(await inbox.until((event) => event.type === 'read')).toMatchObject({ roomId, lastReadSeq: 1, unread: 0 })
    await bob.trpc.rooms.leave.mutate({ roomId })
    await inbox.until((event) => event.type === 'left' && event.roomId === roomId)
    const before = inbox.items.length
    await alice.say(roomId, 'gone already')
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(inbox.items.slice(before)).toEqual([])
  })
})

describe('a direct conversation', () => {
  test('is one for each set of people, also when a hundred ask at once from both sides', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const asked = await Promise.all(
      Array.from({ length: 50 }, () => [
        alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id] }),
        bob.trpc.rooms.direct.mutate({ userIds: [alice.user.id, bob.user.id] }),
      ]).flat(),
    )
    expect(new Set(asked.map((room) => room.id)).size).toBe(1)
    expect(asked[0]).toMatchObject({ kind: 'direct', name: null, memberCount: 2, members: [{ username: 'bob' }] })
    const notes = await alice.trpc.rooms.direct.mutate({ userIds: [] })
    expect(notes).toMatchObject({ memberCount: 1, members: [] })
  })

  test('shows up in the other’s inbox, and does not exist for a third', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const carol = await app.person('carol')
    const inbox = watchInbox(bob)
    await inbox.until((event) => event.type === 'ready')
    const { id: roomId } = await alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id] })
    expect(await inbox.until((event) => event.type === 'room')).toMatchObject({
      room: { id: roomId, members: [{ username: 'alice' }] },
    })
    await expect(carol.trpc.rooms.byId.query({ roomId })).rejects.toMatchObject({ data: { appCode: 'not_found' } })
    await expect(bob.trpc.rooms.leave.mutate({ roomId })).rejects.toMatchObject({ data: { appCode: 'conflict' } })
    const nobody = alice.trpc.rooms.direct.mutate({ userIds: ['00000000-0000-4000-8000-000000000000'] })
    await expect(nobody).rejects.toMatchObject({ data: { appCode: 'invalid', details: [{ path: ['userIds'] }] } })
  })
})

describe('a new name', () => {
  test('is told once to everybody who shares a room', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const second = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Second' })
    await bob.trpc.rooms.join.mutate({ roomId: second.id })
    const inbox = watchInbox(bob)
    await inbox.until((event) => event.type === 'ready')
    const me = await alice.trpc.users.update.mutate({ displayName: 'Alice A.', statusText: 'away' })
    expect(me).toMatchObject({ displayName: 'Alice A.', statusText: 'away' })
    await inbox.until((event) => event.type === 'user')
    expect(await alice.trpc.users.update.mutate({ statusText: ' ' })).toMatchObject({
      displayName: 'Alice A.',
      statusText: null,
    })
    expect(inbox.items.filter((event) => event.type === 'user')).toMatchObject([{ user: { displayName: 'Alice A.' } }])
  })
})
