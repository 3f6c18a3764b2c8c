import { codeOf, connect } from '@parley/testkit/person'
import { movableClock, type TestApp, testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'

/** Alice's private room, and a link to it. */
async function invited(app: TestApp, limits: { expiresInHours?: number; maxUses?: number } = {}) {
  const [alice, bob] = [await app.person('alice'), await app.person('bob')]
  const { id: roomId } = await alice.trpc.rooms.create.mutate({ kind: 'private', name: 'Board', topic: 'Plans' })
  const invite = await alice.trpc.rooms.createInvite.mutate({ roomId, ...limits })
  return { alice, bob, roomId, invite, code: invite.code }
}

test('a link shows anybody the room and who invites, and lets a person in', async () => {
  await using app = await testApp({ env: { PUBLIC_URL: 'https://chat.example.com' } })
  const { bob, roomId, code, invite } = await invited(app)
  expect(invite.url).toBe(`https://chat.example.com/invite/${code}`)
  const nobody = connect(app.url, () => null)
  expect(await nobody.trpc.rooms.invitePreview.query({ code })).toEqual({
    room: { id: roomId, name: 'Board', topic: 'Plans', memberCount: 1 },
    invitedBy: expect.objectContaining({ username: 'alice' }),
    expiresAt: null,
  })
  expect(await codeOf(nobody.trpc.rooms.acceptInvite.mutate({ code }))).toBe('unauthenticated')
  expect(await bob.trpc.rooms.acceptInvite.mutate({ code })).toMatchObject({
    id: roomId,
    role: 'member',
    memberCount: 2,
  })
  await bob.say(roomId, 'hello')
  await nobody.socket.close()
})

test('of a hundred calls of thirty people that race for ten uses, ten people get in', { timeout: 60_000 }, async () => {
  await using app = await testApp()
  const { alice, roomId, code } = await invited(app, { maxUses: 10 })
  const racers = await Promise.all(Array.from({ length: 30 }, (_, at) => app.person(`racer-${at}`)))
  const calls = Array.from({ length: 100 }, (_, at) => racers[at % racers.length]!)
  const codes = await Promise.all(calls.map(({ trpc }) => codeOf(trpc.rooms.acceptInvite.mutate({ code }))))
  expect(new Set(codes)).toEqual(new Set(['allowed', 'not_found']))
  const { items } = await alice.trpc.rooms.members.query({ roomId, limit: 100 })
  const admitted = new Set(calls.filter((_, at) => codes[at] === 'allowed').map(({ user }) => user.id))
  expect(admitted.size).toBe(10)
  expect(items.map(({ user }) => user.id).toSorted()).toEqual([...admitted, alice.user.id].toSorted())
  expect((await alice.trpc.rooms.byId.query({ roomId })).memberCount).toBe(11)
})

test('accepting again uses nothing up', async () => {
  await using app = await testApp()
  const { alice, bob, roomId, code } = await invited(app, { maxUses: 2 })
  for (let tries = 0; tries < 3; tries++) await bob.trpc.rooms.acceptInvite.mutate({ code })
  expect(await alice.trpc.rooms.invites.query({ roomId })).toMatchObject([{ code, uses: 1, maxUses: 2 }])
})

test('a link that expired, was revoked or used up, or whose room is gone, works for nobody', async () => {
  const clock = movableClock()
  await using app = await testApp({ clock })
  const { alice, bob, roomId, code, invite } = await invited(app, { expiresInHours: 0.1 })
  const make = (limits: { maxUses?: number } = {}) => alice.trpc.rooms.createInvite.mutate({ roomId, ...limits })
  const [revoked, spent, orphaned] = [await make(), await make({ maxUses: 1 }), await make()]
  const accept = (link: { code: string }) => codeOf(bob.trpc.rooms.acceptInvite.mutate({ code: link.code }))
  await alice.trpc.rooms.revokeInvite.mutate({ inviteId: revoked.id })
  await (await app.person('carol')).trpc.rooms.acceptInvite.mutate({ code: spent.code })
  clock.advance(7 * 60_000)
  expect([await accept(invite), await accept(revoked), await accept(spent)]).toEqual([
    'not_found',
    'not_found',
    'not_found',
  ])
  expect(await codeOf(bob.trpc.rooms.invitePreview.query({ code }))).toBe('not_found')
  expect(await codeOf(bob.trpc.rooms.invitePreview.query({ code: 'a\0' }))).toBe('invalid')
  expect((await alice.trpc.rooms.invites.query({ roomId })).map(({ id }) => id)).toEqual([orphaned.id])
  await alice.trpc.rooms.delete.mutate({ roomId })
  expect(await accept(orphaned)).toBe('not_found')
})

test('who is banned is refused, and so is everybody while the room is archived', async () => {
  await using app = await testApp()
  const { alice, bob, roomId, code } = await invited(app)
  await alice.trpc.rooms.ban.mutate({ roomId, userId: bob.user.id })
  expect(await codeOf(bob.trpc.rooms.acceptInvite.mutate({ code }))).toBe('forbidden')
  await alice.trpc.rooms.unban.mutate({ roomId, userId: bob.user.id })
  await alice.trpc.rooms.archive.mutate({ roomId })
  expect(await codeOf(bob.trpc.rooms.acceptInvite.mutate({ code }))).toBe('conflict')
})

test('members see and revoke their own links, those who moderate everybody’s, and others none', async () => {
  await using app = await testApp()
  const { alice, bob, roomId, code, invite } = await invited(app)
  await bob.trpc.rooms.acceptInvite.mutate({ code })
  const own = await bob.trpc.rooms.createInvite.mutate({ roomId })
  const revoke = ({ trpc }: typeof bob, { id: inviteId }: { id: string }) =>
    codeOf(trpc.rooms.revokeInvite.mutate({ inviteId }))
  expect((await bob.trpc.rooms.invites.query({ roomId })).map(({ id }) => id)).toEqual([own.id])
  expect((await alice.trpc.rooms.invites.query({ roomId })).map(({ id }) => id)).toEqual([own.id, invite.id])
  expect(await revoke(bob, invite)).toBe('forbidden')
  expect(await revoke(await app.person('mallory'), own)).toBe('not_found')
  expect(await revoke(bob, own)).toBe('allowed')
  expect(await revoke(alice, own)).toBe('not_found')
  const direct = await alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id] })
  expect(await codeOf(alice.trpc.rooms.createInvite.mutate({ roomId: direct.id }))).toBe('conflict')
})
