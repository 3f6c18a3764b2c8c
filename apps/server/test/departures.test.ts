import { randomUUID } from 'node:crypto'
import type { InboxEvent } from '@parley/contract/rooms'
import { codeOf } from '@parley/testkit/person'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { at, secret, startSecond } from './second-server.js'

// While one server takes over from another, both serve the same database and neither hears what the other is told.

const bodiesOf = (items: object[]) =>
  items.flatMap((item) => ('message' in item ? (item.message as { body: string }).body : []))

test('who was removed by another server hears nothing more of the room from this one', async () => {
  await using app = await testApp({ env: secret })
  const { alice, bob, room } = await app.twoMembers()
  const other = await startSecond(app)
  // No note of a removal: nothing of the room's log tells of it.
  await alice.trpc.rooms.update.mutate({ roomId: room, announces: false })
  const messages = bob.watch(room)
  const inbox = bob.collect<InboxEvent>((handlers) => bob.trpc.rooms.watch.subscribe({}, handlers))
  await Promise.all([messages.take(1), inbox.take(1)])

  const [hello] = await bob.say(room, 'hello')
  await messages.take(2)
  await at(other.url, alice).rooms.removeMember.mutate({ roomId: room, userId: bob.user.id })
  const answer = { roomId: room, clientId: randomUUID(), replyToId: hello?.id, body: 'not for Bob' }
  await alice.trpc.messages.send.mutate(answer)

  await messages.failed()
  await inbox.until((event) => event.type === 'left')
  expect(bodiesOf(messages.items)).toEqual(['hello'])
  expect(JSON.stringify(inbox.items)).not.toContain('not for Bob')
  expect(await codeOf(bob.trpc.messages.list.query({ roomId: room }))).toBe('forbidden')
  await other.close()
})

test('who left by another server and came back by it goes on hearing, and who stayed always did', async () => {
  await using app = await testApp({ env: secret })
  const { alice, bob, room } = await app.twoMembers()
  const carol = await app.person('carol')
  await carol.trpc.rooms.join.mutate({ roomId: room })
  const other = await startSecond(app)
  const [bobs, carols] = [bob.watch(room), carol.watch(room)]
  await Promise.all([bobs.take(1), carols.take(1)])

  await at(other.url, bob).rooms.leave.mutate({ roomId: room })
  await at(other.url, bob).rooms.join.mutate({ roomId: room })
  await alice.say(room, 'for both')

  const hears = (item: object) => bodiesOf([item]).includes('for both')
  await Promise.all([bobs.until(hears), carols.until(hears)])
  expect([bobs.error, carols.error]).toEqual([undefined, undefined])
  await other.close()
})
