import { testApp } from '@parley/testkit/test-app'
import { codeOf, connect, type Person } from '@parley/testkit/person'
import { v4 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'

/** Every call that names a room or a message, as `person` would make it. */
const callsOn = (
  { trpc }: Pick<Person, 'trpc'>,
  roomId: string,
  messageId: string,
): Record<string, () => Promise<unknown>> => ({
  'rooms.byId': () => trpc.rooms.byId.query({ roomId }),
  'rooms.join': () => trpc.rooms.join.mutate({ roomId }),
  'rooms.leave': () => trpc.rooms.leave.mutate({ roomId }),
  'rooms.members': () => trpc.rooms.members.query({ roomId }),
  'rooms.markRead': () => trpc.rooms.markRead.mutate({ roomId, seq: 1 }),
  'rooms.markUnread': () => trpc.rooms.markUnread.mutate({ roomId, fromSeq: 1 }),
  'messages.send': () => trpc.messages.send.mutate({ roomId, clientId: uuid(), body: 'let me in' }),
  'messages.list': () => trpc.messages.list.query({ roomId }),
  'messages.byId': () => trpc.messages.byId.query({ messageId }),
  'messages.edit': () => trpc.messages.edit.mutate({ messageId, body: 'changed' }),
  'messages.delete': () => trpc.messages.delete.mutate({ messageId }),
  'messages.seenBy': () => trpc.messages.seenBy.query({ messageId }),
  'messages.react': () => trpc.messages.react.mutate({ messageId, emoji: '👍', on: true }),
  'rooms.update': () => trpc.rooms.update.mutate({ roomId, name: 'Mine' }),
  'rooms.archive': () => trpc.rooms.archive.mutate({ roomId }),
  'rooms.restore': () => trpc.rooms.restore.mutate({ roomId }),
  'rooms.delete': () => trpc.rooms.delete.mutate({ roomId }),
  'rooms.addMember': () => trpc.rooms.addMember.mutate({ roomId, userId: uuid() }),
  'rooms.removeMember': () => trpc.rooms.removeMember.mutate({ roomId, userId: uuid() }),
  'rooms.setRole': () => trpc.rooms.setRole.mutate({ roomId, userId: uuid(), role: 'owner' }),
  'rooms.muteMember': () => trpc.rooms.muteMember.mutate({ roomId, userId: uuid(), until: new Date() }),
  'rooms.ban': () => trpc.rooms.ban.mutate({ roomId, userId: uuid() }),
  'rooms.unban': () => trpc.rooms.unban.mutate({ roomId, userId: uuid() }),
  'rooms.bans': () => trpc.rooms.bans.query({ roomId }),
  'rooms.audit': () => trpc.rooms.audit.query({ roomId }),
  'rooms.reports': () => trpc.rooms.reports.query({ roomId }),
  'messages.report': () => trpc.messages.report.mutate({ messageId, reason: 'Spam' }),
  'rooms.createInvite': () => trpc.rooms.createInvite.mutate({ roomId }),
  'rooms.invites': () => trpc.rooms.invites.query({ roomId }),
  'rooms.setNotify': () => trpc.rooms.setNotify.mutate({ roomId, notify: 'none' }),
  'rooms.setFavourite': () => trpc.rooms.setFavourite.mutate({ roomId, favourite: true }),
  'typing.set': () => trpc.typing.set.mutate({ roomId, typing: true }),
})

const watchesOf = (person: Person, roomId: string) => ({
  'messages.watch': person.collect((handlers) => person.trpc.messages.watch.subscribe({ roomId }, handlers)),
  'receipts.watch': person.collect((handlers) => person.trpc.receipts.watch.subscribe({ roomId }, handlers)),
  'typing.watch': person.collect((handlers) => person.trpc.typing.watch.subscribe({ roomId }, handlers)),
  'presence.watch': person.collect((handlers) => person.trpc.presence.watch.subscribe({ roomId }, handlers)),
})

const codesOf = async (calls: Record<string, () => Promise<unknown>>) =>
  Object.fromEntries(await Promise.all(Object.entries(calls).map(async ([name, call]) => [name, await codeOf(call())])))

const all = (calls: object, code: string) => Object.fromEntries(Object.keys(calls).map((name) => [name, code]))

describe('a private room', () => {
  test('does not exist for who is not in it, whatever they call or watch', async () => {
    await using app = await testApp()
    const { alice, bob } = await app.twoMembers()
    const room = await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Board' })
    const [message] = await alice.say(room.id, 'confidential')
    const calls = callsOn(bob, room.id, message!.id)
    expect(await codesOf(calls)).toEqual(all(calls, 'not_found'))
    for (const watch of Object.values(watchesOf(bob, room.id)))
      expect(await watch.failed()).toMatchObject({ data: { appCode: 'not_found', httpStatus: 404 } })
    expect((await bob.trpc.rooms.discover.query({ query: 'Board' })).items).toEqual([])
  })
})

describe('a public room', () => {
  test('can be found, seen from outside and joined, but neither read nor written from outside', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const carol = await app.person('carol')
    const [message] = await alice.say(room, 'hello')
    const { 'rooms.join': join, 'rooms.byId': byId, 'rooms.leave': leave, ...calls } = callsOn(carol, room, message!.id)
    expect(await codesOf(calls)).toEqual(all(calls, 'forbidden'))
    for (const watch of Object.values(watchesOf(carol, room)))
      expect(await watch.failed()).toMatchObject({ data: { appCode: 'forbidden' } })
    expect(await byId!()).toMatchObject({ role: null, unread: 0, lastMessage: null })
    expect(await codeOf(leave!())).toBe('allowed')
    expect(await join!()).toMatchObject({ role: 'member', unread: 0, lastReadSeq: 1 })
  })
})

describe('who leaves', () => {
  test('has every feed of the room end at once with not_found, and hears nothing said after', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    const watches = watchesOf(bob, room)
    await Promise.all([watches['messages.watch'].take(1), watches['receipts.watch'].take(1)])
    await Promise.all([watches['typing.watch'].take(1), watches['presence.watch'].take(1)])
    await bob.trpc.rooms.leave.mutate({ roomId: room })
    await alice.say(room, 'about bob')
    for (const watch of Object.values(watches)) {
      expect(await watch.failed()).toMatchObject({ data: { appCode: 'not_found' } })
      expect(JSON.stringify(watch.items)).not.toContain('about bob')
    }
  })

  test('hands the room over first, when they are its last owner', async () => {
    await using app = await testApp()
    const { alice, bob, room } = await app.twoMembers()
    expect(await codeOf(alice.trpc.rooms.leave.mutate({ roomId: room }))).toBe('conflict')
    await alice.trpc.rooms.setRole.mutate({ roomId: room, userId: bob.user.id, role: 'owner' })
    await alice.trpc.rooms.leave.mutate({ roomId: room })
    expect(await bob.trpc.rooms.byId.query({ roomId: room })).toMatchObject({ role: 'owner', memberCount: 1 })
  })

  test('may leave a room in which nobody else is, and who comes next owns it', async () => {
    await using app = await testApp()
    const [alice, bob] = [await app.person('alice'), await app.person('bob')]
    const { id: roomId } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Empty' })
    await alice.trpc.rooms.leave.mutate({ roomId })
    expect(await bob.trpc.rooms.join.mutate({ roomId })).toMatchObject({ role: 'owner', memberCount: 1 })
  })
})

describe('nobody', () => {
  test('may call what needs no person, and is told to log in by everything else', async () => {
    await using app = await testApp()
    const { alice, room } = await app.twoMembers()
    const [message] = await alice.say(room, 'hello')
    const { trpc, socket } = connect(app.url, () => null)
    const calls = {
      ...callsOn({ trpc }, room, message!.id),
      'users.me': () => trpc.users.me.query(),
      'users.byId': () => trpc.users.byId.query({ userId: alice.user.id }),
      'users.block': () => trpc.users.block.mutate({ userId: alice.user.id }),
      'users.unblock': () => trpc.users.unblock.mutate({ userId: alice.user.id }),
      'users.blocked': () => trpc.users.blocked.query(),
      'rooms.markAllRead': () => trpc.rooms.markAllRead.mutate(),
      'users.search': () => trpc.users.search.query({ query: 'alice' }),
      'rooms.list': () => trpc.rooms.list.query(),
      'rooms.discover': () => trpc.rooms.discover.query(),
      'rooms.create': () => trpc.rooms.create.mutate({ kind: 'public', name: 'x' }),
      'auth.logout': () => trpc.auth.logout.mutate(),
      'presence.set': () => trpc.presence.set.mutate({ status: 'online' }),
      'presence.list': () => trpc.presence.list.query({ userIds: [] }),
    }
    expect(await codesOf(calls)).toEqual(all(calls, 'unauthenticated'))
    expect(await trpc.health.ping.query()).toMatchObject({ ok: true })
    const watch = alice.collect((handlers) => trpc.rooms.watch.subscribe({}, handlers))
    expect(await watch.failed()).toMatchObject({ data: { appCode: 'unauthenticated', httpStatus: 401 } })
    await socket.close()
  })
})
