import type { Message, MessageEvent } from '@parley/contract/messages'
import { createTestDatabase, createTestFolder } from '@parley/testkit/databases'
import { createPerson, type Person } from '@parley/testkit/person'
import { startServer } from '@parley/testkit/server-process'
import { createSwitchingProxy } from '@parley/testkit/switching-proxy'
import { setTimeout as sleep } from 'node:timers/promises'
import { v4 as uuid } from 'uuid'
import { expect, test } from 'vitest'

/** Sends until told to stop; every failure is kept. */
function talk({ trpc, user }: Person, roomId: string, overSocket: boolean) {
  const sent: Message[] = []
  const failures: unknown[] = []
  let stopped = false
  const options = overSocket ? { context: { ws: true } } : {}
  const done = (async () => {
    for (let n = 0; !stopped; n++) {
      const body = `${user.username} ${n}`
      await trpc.messages.send.mutate({ roomId, clientId: uuid(), body }, options).then(
        ({ message }) => sent.push(message),
        (error: unknown) => failures.push(error),
      )
      await sleep(10)
    }
  })()
  return { sent, failures, stop: () => ((stopped = true), done) }
}

const bodies = (events: MessageEvent[]) =>
  events.flatMap((event) => (event.type === 'message' ? event.message.body : []))

test('a rolling restart fails no call and loses no event', { timeout: 90_000 }, async () => {
  const database = await createTestDatabase()
  const env = {
    DATABASE_URL: database.url!,
    DATA_DIR: await createTestFolder(),
    JWT_SECRET: 'known to all processes of this test',
    MESSAGE_RATE: '0',
    LINK_PREVIEWS: 'off',
    LOG_LEVEL: 'warn',
  }
  let server = await startServer(env)
  const proxy = await createSwitchingProxy(server.url)
  const people = await Promise.all(['alice', 'bob', 'carol'].map((name) => createPerson(proxy.url, name)))
  const [alice, bob, carol] = people as [Person, Person, Person]
  const roomId = (await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'General' })).id
  for (const { trpc } of [bob, carol]) await trpc.rooms.join.mutate({ roomId })
  const watches = people.map((person) => person.watch(roomId))
  for (const watch of watches) await watch.take(1)

  const talks = [talk(alice, roomId, true), talk(bob, roomId, true), talk(carol, roomId, false)]
  for (let round = 0; round < 2; round++) {
    await sleep(300)
    const next = await startServer(env)
    proxy.switchTo(next.url)
    const began = performance.now()
    expect(await server.stop('SIGTERM')).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
    server = next
  }
  await sleep(300)
  for (const one of talks) await one.stop()

  expect(talks.flatMap(({ failures }) => failures)).toEqual([])
  const said = talks.flatMap(({ sent }) => sent).toSorted((a, b) => a.seq - b.seq)
  expect(said.length).toBeGreaterThan(50)
  const last = said.at(-1)!
  for (const watch of watches) {
    await watch.until((event) => event.type === 'message' && event.message.id === last.id)
    expect(bodies(watch.items)).toEqual(said.map(({ body }) => body))
  }
  for (const person of people) await person.close()
  expect(await server.stop('SIGTERM')).toBe(0)
  await proxy.close()
  await database.drop()
})
