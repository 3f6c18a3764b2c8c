import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { holdRoom } from './held-room.js'

test('a room that another process holds lets the others pass; what was said in it comes when it is free, in order', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const other = (await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Other' })).id
  const { holder, waitedFor } = await holdRoom(app, room)
  let answered = false
  const waiting = bob.say(room, 'first', 'second').finally(() => (answered = true))
  // What came at the same moment would share its transaction, and wait with it.
  await waitedFor()
  await alice.say(other, 'passes')
  await alice.say(other, 'passes too')
  await alice.trpc.rooms.update.mutate({ roomId: other, name: 'Another' })
  expect(answered).toBe(false)
  await holder.commit().execute()
  await waiting
  const { items } = await bob.trpc.messages.list.query({ roomId: room })
  expect(items.filter(({ kind }) => kind === 'text').map(({ body }) => body)).toEqual(['first', 'second'])
})
