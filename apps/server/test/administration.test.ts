import { codeOf } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { describe, expect, test } from 'vitest'
import { followInbox, patience, watchInbox } from './following.js'

const inOneHour = () => new Date(Date.now() + 3_600_000)

describe('the settings of a room', () => {
  test('reach every member’s inbox, and are noted in the room without being unread to anybody', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    await alice.say(roomId, 'hello')
    const inbox = await followInbox(bob)
    const told = watchInbox(bob)
    await told.until((event) => event.type === 'ready')
    await alice.trpc.rooms.update.mutate({
      roomId,
      name: 'Kitchen',
      topic: 'What is for lunch',
      kind: 'private',
      slowSeconds: 5,
    })
    const wanted = { name: 'Kitchen', topic: 'What is for lunch', kind: 'private', slowSeconds: 5, unread: 1 }
    await expect.poll(async () => (await inbox.held())[0], patience).toMatchObject(wanted)
    const [listed] = (await bob.trpc.rooms.list.query()).items
    expect([listed]).toEqual(await inbox.held())
    expect(await told.until((event) => event.type === 'room')).toEqual({ type: 'room', room: listed })
    const { items } = await bob.trpc.messages.list.query({ roomId })
    expect(items.map(({ seq, kind, body }) => [seq, kind, body])).toEqual([
      [1, 'text', 'hello'],
      [2, 'renamed', 'Kitchen'],
      [3, 'topic', 'What is for lunch'],
      [4, 'visibility', 'private'],
      [5, 'slow', '5'],
    ])
    expect((await bob.trpc.rooms.byId.query({ roomId })).lastMessage?.body).toBe('hello')
  })

  test('that are so already change nothing, and an empty topic is none', async () => {
    await using app = await testApp()
    const { alice, room: roomId } = await app.twoMembers()
    await alice.trpc.rooms.update.mutate({ roomId, topic: 'Something' })
    const { version } = await alice.trpc.rooms.update.mutate({ roomId, topic: '' })
    expect(await alice.trpc.rooms.update.mutate({ roomId, name: 'General', topic: '' })).toMatchObject({
      version,
      topic: null,
    })
  })

  test('archived, a room can be read but not written, and feeds go on; restored, it is as before', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const [message] = await bob.say(roomId, 'hello')
    const watch = bob.watch(roomId)
    await watch.take(1)
    expect((await alice.trpc.rooms.archive.mutate({ roomId })).archivedAt).toBeInstanceOf(Date)
    expect(await codeOf(bob.say(roomId, 'too late'))).toBe('conflict')
    expect((await alice.trpc.rooms.restore.mutate({ roomId })).archivedAt).toBeNull()
    await bob.say(roomId, 'again')
    await watch.until((event) => event.type === 'message' && event.message.body === 'again')
    const note = (await bob.trpc.messages.list.query({ roomId })).items.find(({ kind }) => kind === 'archived')
    expect(await codeOf(alice.trpc.messages.delete.mutate({ messageId: note!.id }))).toBe('conflict')
    expect(await codeOf(alice.trpc.messages.edit.mutate({ messageId: note!.id, body: 'never' }))).toBe('conflict')
    expect(await codeOf(bob.trpc.messages.byId.query({ messageId: message!.id }))).toBe('allowed')
  })

  test('tell of who comes and goes only where the room wants it told', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    await alice.trpc.rooms.update.mutate({ roomId, announces: true })
    await bob.trpc.rooms.leave.mutate({ roomId })
    await bob.trpc.rooms.join.mutate({ roomId })
    await alice.trpc.rooms.removeMember.mutate({ roomId, userId: bob.user.id })
    const { items } = await alice.trpc.messages.list.query({ roomId })
    expect(items.map(({ kind, sender }) => [kind, sender.username])).toEqual([
      ['announces', 'alice'],
      ['left', 'bob'],
      ['joined', 'bob'],
      ['removed', 'alice'],
    ])
    expect(await alice.trpc.rooms.byId.query({ roomId })).toMatchObject({ unread: 0, lastMessage: null })
  })

  test('in slow mode make members wait between two messages, and moderators not', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    await alice.trpc.rooms.update.mutate({ roomId, slowSeconds: 1 })
    await bob.say(roomId, 'one')
    const refused = bob.say(roomId, 'two')
    await expect(refused).rejects.toMatchObject({
      data: { appCode: 'rate_limited', details: { retryAfterMs: expect.any(Number) } },
    })
    await alice.say(roomId, 'one', 'two', 'three')
    await expect.poll(() => codeOf(bob.say(roomId, 'two')), { ...patience, interval: 200 }).toBe('allowed')
  })
})

describe('a deleted room', () => {
  test('is gone for everybody at once, and found by nobody', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const [message] = await bob.say(roomId, 'hello')
    const [inbox, watch] = [watchInbox(bob), bob.watch(roomId)]
    await Promise.all([inbox.take(1), watch.take(1)])
    await alice.trpc.rooms.delete.mutate({ roomId })
    expect(await watch.failed()).toMatchObject({ data: { appCode: 'not_found' } })
    await inbox.until((event) => event.type === 'left' && event.roomId === roomId)
    const { trpc } = bob
    expect((await trpc.rooms.list.query()).items).toEqual([])
    expect((await trpc.rooms.discover.query()).items).toEqual([])
    expect(await codeOf(trpc.rooms.byId.query({ roomId }))).toBe('not_found')
    expect(await codeOf(trpc.rooms.join.mutate({ roomId }))).toBe('not_found')
    expect(await codeOf(bob.say(roomId, 'still here?'))).toBe('not_found')
    expect(await codeOf(trpc.messages.byId.query({ messageId: message!.id }))).toBe('not_found')
  })
})

describe('members', () => {
  test('are added, and told; a role is given, and told', async () => {
    await using app = await testApp()
    const { alice } = await app.twoMembers()
    const carol = await app.person('carol')
    const inbox = watchInbox(carol)
    await inbox.take(1)
    const { id: roomId } = await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Board' })
    const on = { roomId, userId: carol.user.id }
    await alice.trpc.rooms.addMember.mutate(on)
    await inbox.until((event) => event.type === 'room' && event.room.id === roomId && event.room.role === 'member')
    await alice.trpc.rooms.setRole.mutate({ ...on, role: 'owner' })
    await inbox.until((event) => event.type === 'room' && event.room.role === 'owner')
    await carol.trpc.rooms.setRole.mutate({ roomId, userId: alice.user.id, role: 'member' })
    expect(await codeOf(carol.trpc.rooms.setRole.mutate({ ...on, role: 'admin' }))).toBe('conflict')
    await alice.say(roomId, 'yours now')
    await inbox.until((event) => event.type === 'activity' && event.lastMessage?.body === 'yours now')
  })

  test('that are removed or banned lose every feed and call at once; the banned cannot come back until unbanned', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const on = { roomId, userId: bob.user.id }
    for (const act of ['removeMember', 'ban'] as const) {
      const [inbox, watch] = [watchInbox(bob), bob.watch(roomId)]
      await Promise.all([inbox.take(1), watch.take(1)])
      await alice.trpc.rooms[act].mutate({ ...on, reason: 'Spam' })
      await alice.say(roomId, 'about bob')
      expect(await watch.failed()).toMatchObject({ data: { appCode: 'not_found' } })
      await inbox.until((event) => event.type === 'left')
      expect(JSON.stringify([watch.items, inbox.items])).not.toContain('about bob')
      expect(await codeOf(bob.say(roomId, 'hello?'))).toBe('forbidden')
      expect(await codeOf(bob.trpc.rooms.join.mutate({ roomId }))).toBe(act === 'ban' ? 'forbidden' : 'allowed')
      inbox.stop()
    }
    expect(await codeOf(alice.trpc.rooms.addMember.mutate(on))).toBe('forbidden')
    const { items } = await alice.trpc.rooms.bans.query({ roomId })
    expect(items).toMatchObject([{ user: { username: 'bob' }, bannedBy: { username: 'alice' }, reason: 'Spam' }])
    await alice.trpc.rooms.unban.mutate(on)
    expect(await codeOf(bob.trpc.rooms.join.mutate({ roomId }))).toBe('allowed')
  })

  test('that are muted stay so when they leave and come back, until they are given their voice again', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const inbox = watchInbox(bob)
    await inbox.take(1)
    const on = { roomId, userId: bob.user.id }
    await alice.trpc.rooms.muteMember.mutate({ ...on, until: inOneHour() })
    expect(await inbox.until((event) => event.type === 'muted')).toMatchObject({ roomId, until: expect.any(Date) })
    await bob.trpc.rooms.leave.mutate({ roomId })
    expect((await bob.trpc.rooms.join.mutate({ roomId })).mutedUntil).toBeInstanceOf(Date)
    await expect(bob.say(roomId, 'hello')).rejects.toMatchObject({
      data: { appCode: 'rate_limited', details: { mutedUntil: expect.any(String) } },
    })
    await alice.trpc.rooms.muteMember.mutate({ ...on, until: new Date(0) })
    await bob.say(roomId, 'thank you')
  })
})

describe('the audit log', () => {
  test('keeps every administrative act: who, what, to whom, when, from where; the newest first, page by page', async () => {
    await using app = await testApp()
    const { alice, bob, room: roomId } = await app.twoMembers()
    const on = { roomId, userId: bob.user.id }
    const { trpc } = alice
    await trpc.rooms.update.mutate({ roomId, name: 'Kitchen' })
    await trpc.rooms.setRole.mutate({ ...on, role: 'moderator' })
    await trpc.rooms.muteMember.mutate({ ...on, until: inOneHour(), reason: 'Loud' })
    await trpc.rooms.ban.mutate({ ...on, reason: 'Spam' })
    await trpc.rooms.unban.mutate(on)
    await trpc.rooms.archive.mutate({ roomId })
    const first = await trpc.rooms.audit.query({ roomId, limit: 4 })
    const second = await trpc.rooms.audit.query({ roomId, limit: 4, cursor: first.nextCursor })
    const all = [...first.items, ...second.items]
    expect(all.map(({ act, target }) => [act, target?.username])).toEqual([
      ['archive', undefined],
      ['unban', 'bob'],
      ['ban', 'bob'],
      ['muteMember', 'bob'],
      ['setRole', 'bob'],
      ['update', undefined],
    ])
    expect(all[2]).toMatchObject({
      actor: { username: 'alice' },
      details: { reason: 'Spam' },
      at: expect.any(Date),
      ip: '127.0.0.1',
    })
    expect(all[5]?.details).toEqual({ name: 'Kitchen' })
  })
})
