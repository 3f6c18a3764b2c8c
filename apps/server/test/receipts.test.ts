import { limits } from '@parley/contract/limits'
import type { Person } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { fetchReceipts, watchReceipts } from './following.js'

const seenBy = async ({ trpc }: Person, messageId: string) => {
  const { users, count } = await trpc.messages.seenBy.query({ messageId })
  return [users.map(({ username }) => username), count]
}

test('a message says who has read it, of those who were there; in a large room only how many', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const [first, second] = await alice.say(room, 'one', 'two')
  await (await app.person('carol')).trpc.rooms.join.mutate({ roomId: room })
  expect(await seenBy(alice, first!.id)).toEqual([[], 0])
  await bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 1 })
  expect(await seenBy(alice, first!.id)).toEqual([['bob'], 1])
  expect(await seenBy(alice, second!.id)).toEqual([[], 0])
  await app.database.db
    .updateTable('rooms')
    .set({ member_count: limits.seenByMembers + 1 })
    .execute()
  expect(await seenBy(alice, first!.id)).toEqual([[], 1])
})

test('who shows no receipts is in none of them, and still has what is unread', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  expect((await bob.trpc.users.update.mutate({ showsReceipts: false })).showsReceipts).toBe(false)
  const watch = watchReceipts(alice, room)
  await watch.take(1)
  const [message] = await alice.say(room, 'one')
  expect(await bob.trpc.rooms.markRead.mutate({ roomId: room, seq: 1 })).toMatchObject({ unread: 0 })
  await bob.say(room, 'two')
  await watch.until((event) => event.type === 'read' && event.userId === alice.user.id)
  expect(JSON.stringify(watch.items)).not.toContain(bob.user.id)
  expect([...(await fetchReceipts(alice, room)).keys()]).toEqual([alice.user.id])
  expect(await seenBy(alice, message!.id)).toEqual([[], 0])
  const { items } = await alice.trpc.rooms.members.query({ roomId: room })
  expect(items.map(({ lastReadSeq }) => lastReadSeq)).toEqual([1, null])
})
