import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

test('a room that another process holds lets the others pass; what was said in it comes when it is free, in order', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const other = (await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Other' })).id
  const holder = await app.database.db.startTransaction().execute()
  await sql`select from rooms where id = ${room} for update`.execute(holder)
  let answered = false
  const waiting = bob.say(room, 'first', 'second').finally(() => (answered = true))
  // What came at the same moment would share its transaction, and wait with it.
  const isWaiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await isWaiting.execute(app.database.db)).rows.length).toBe(1)
  await alice.say(other, 'passes')
  await alice.say(other, 'passes too')
  await alice.trpc.rooms.update.mutate({ roomId: other, name: 'Another' })
  expect(answered).toBe(false)
  await holder.commit().execute()
  await waiting
  const { items } = await bob.trpc.messages.list.query({ roomId: room })
  expect(items.filter(({ kind }) => kind === 'text').map(({ body }) => body)).toEqual(['first', 'second'])
})
