import { testApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'

test('connections that break in the middle of sends lose and repeat nothing: each is acknowledged, or unavailable and sent again', async () => {
  await using app = await testApp({ toleratesBrokenConnections: true })
  const { alice, bob, room } = await app.twoMembers()
  const seen = bob.watch(room)
  await seen.take(1)

  let over = false
  const breaking = (async () => {
    while (!over) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`
        .execute(app.database.db)
        .catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  })()
  const said: string[] = []
  for (let n = 0; n < 60; n++) {
    const message = { roomId: room, clientId: uuid(), body: `message ${n}` }
    said.push(message.body)
    for (;;) {
      const failure = await alice.trpc.messages.send.mutate(message).then(
        () => null,
        (error: { data?: { appCode?: string } }) => error.data?.appCode,
      )
      if (!failure) break
    }
  }
  over = true
  await breaking

  const { items } = await alice.trpc.messages.list.query({ roomId: room, limit: 100 })
  expect(items.map((message) => message.body)).toEqual(said)
  expect(items.map((message) => message.seq)).toEqual(said.map((_, at) => at + 1))
  await alice.say(room, 'the end')
  await seen.until((event) => event.type === 'message' && event.message.body === 'the end')
  const live = seen.items.flatMap((event) => (event.type === 'message' ? [event.message.body] : []))
  expect(live).toEqual([...said, 'the end'])
})
