import { randomUUID } from 'node:crypto'
import type { InboxEvent } from '@parley/contract/rooms'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { at, secret, startSecond } from './second-server.js'

// A call that one server still answers while its clients have gone over to the next.

test('what another server wrote last is heard here within two seconds, though nothing follows it', async () => {
  await using app = await testApp({ env: secret })
  const { alice, bob, room } = await app.twoMembers()
  const other = await startSecond(app)
  const messages = bob.watch(room)
  const inbox = bob.collect<InboxEvent>((handlers) => bob.trpc.rooms.watch.subscribe({}, handlers))
  await Promise.all([messages.take(1), inbox.take(1)])

  const sent = { roomId: room, clientId: randomUUID(), body: 'said elsewhere' }
  const { message } = await at(other.url, alice).messages.send.mutate(sent)
  const from = performance.now()

  await messages.until((event) => event.type === 'message' && event.message.id === message.id)
  await inbox.until((event) => event.type === 'activity' && event.lastMessage?.id === message.id)
  expect(performance.now() - from).toBeLessThan(2_000)
  await other.close()
})

test('what was written and told here is not read again', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const messages = bob.watch(room)
  await messages.take(1)
  await alice.say(room, 'told at once')
  await messages.take(2)
  const statements = await app.statementsOf(() => new Promise((resolve) => setTimeout(resolve, 1_500)))
  expect(statements).toEqual([])
})
