import { testApp } from '@parley/testkit/test-app'
import { pino } from 'pino'
import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'

test('what the database refuses fails alone: what shared its transaction is there once, answered and told', async () => {
  const logged: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) })
  await using app = await testApp({ log })
  const { alice, bob, room } = await app.twoMembers()
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'poison'; end $$`.execute(
    app.database.db,
  )
  await sql`create trigger refuse before insert on messages for each row when (new.body = 'poison') execute function refuse()`.execute(
    app.database.db,
  )
  const watched = bob.watch(room)
  await watched.until(({ type }) => type === 'ready')
  const say = (body: string) => alice.trpc.messages.send.mutate({ roomId: room, clientId: uuid(), body })
  const bodies = ['one', 'two', 'poison', 'three']
  const outcomes = await Promise.allSettled([
    ...bodies.map(say),
    alice.trpc.rooms.update.mutate({ roomId: room, topic: 'All of it' }),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  const said = (await bob.trpc.messages.list.query({ roomId: room })).items.filter(({ kind }) => kind === 'text')
  expect(said.map(({ body }) => body).toSorted()).toEqual(['one', 'three', 'two'])
  for (const { id } of said) await watched.until((event) => event.type === 'message' && event.message.id === id)
  expect(logged.some((line) => line.includes('poison'))).toBe(true)
  expect(logged.join()).not.toContain('current transaction is aborted')
})
