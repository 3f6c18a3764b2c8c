import { codeOf } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'

test('who blocks somebody gets no direct messages from them and sends them none, until it is undone', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const carol = await app.person('carol')
  const { id: pair } = await alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id] })
  const { id: three } = await alice.trpc.rooms.direct.mutate({ userIds: [bob.user.id, carol.user.id] })
  await alice.trpc.users.block.mutate({ userId: bob.user.id })
  expect(await alice.trpc.users.blocked.query()).toMatchObject([{ username: 'bob' }])
  expect(await bob.trpc.users.blocked.query()).toEqual([])
  for (const { say } of [alice, bob]) {
    expect(await codeOf(say(pair, 'hello'))).toBe('forbidden')
    expect(await codeOf(say(three, 'hello'))).toBe('allowed')
    expect(await codeOf(say(room, 'hello'))).toBe('allowed')
  }
  await alice.trpc.users.unblock.mutate({ userId: bob.user.id })
  expect(await codeOf(bob.say(pair, 'hello'))).toBe('allowed')
})

test('nobody starts a direct conversation with who blocked them, and one that is there can still be read', async () => {
  await using app = await testApp()
  const { alice, bob } = await app.twoMembers()
  const carol = await app.person('carol')
  const { id: roomId } = await alice.trpc.rooms.direct.mutate({ userIds: [carol.user.id] })
  await carol.say(roomId, 'hello')
  for (const userId of [bob.user.id, carol.user.id]) await alice.trpc.users.block.mutate({ userId })
  expect(await codeOf(bob.trpc.rooms.direct.mutate({ userIds: [alice.user.id] }))).toBe('forbidden')
  expect(await codeOf(carol.trpc.rooms.direct.mutate({ userIds: [alice.user.id] }))).toBe('allowed')
  expect((await carol.trpc.messages.list.query({ roomId })).items).toHaveLength(1)
  expect(await codeOf(alice.trpc.users.block.mutate({ userId: alice.user.id }))).toBe('conflict')
})
