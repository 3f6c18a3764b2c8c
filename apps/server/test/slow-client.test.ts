import type { Person } from '@parley/testkit/person'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { patience } from './following.js'

/** As many characters as a message may have; 12 KB. */
const long = '字'.repeat(4_000)
const longBytes = 12_000

interface Heard {
  type: string
  version: number
}

/** A watcher with a bare socket, which reads when it wants to and never comes back by itself. */
async function watchBare(app: TestApp, { session }: Person, ...inputs: { roomId: string; lastEventId?: string }[]) {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}/trpc?connectionParams=1`)
  const heard: Heard[] = []
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('message', (data: Buffer) => {
    // Reading these frames as JSON would cost more than all the rest of the test.
    const [, type] = /"json":\{"id":"\d+","data":\{"type":"(\w+)"/.exec(data.toString('latin1', 0, 200)) ?? []
    const [, version] = /"id":"(\d+)"\}\}$/.exec(data.toString('latin1', data.length - 40)) ?? []
    if (type) heard.push({ type, version: Number(version) })
  })
  await new Promise((resolve) => socket.once('open', resolve))
  const data = { authorization: `Bearer ${session.accessToken}` }
  socket.send(JSON.stringify({ method: 'connectionParams', data }))
  let id = 0
  const toSubscription = (input: (typeof inputs)[number]) => {
    return { id: ++id, method: 'subscription', params: { path: 'messages.watch', input: { json: input } } }
  }
  const watch = (more: typeof inputs) => socket.send(JSON.stringify(more.map(toSubscription)))
  watch(inputs)
  return { socket, heard, closed, watch }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The messages' versions; nothing is edited here, so they are their numbers too. */
const numbers = (heard: Heard[]) => heard.filter(({ type }) => type === 'message').map(({ version }) => version)
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

/** A room with a thousand long messages. */
async function talkative(app: TestApp) {
  const { alice, bob, room } = await app.twoMembers()
  const [first] = await alice.say(room, long)
  await sql`insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body)
    select gen_random_uuid(), m.room_id, n, n, n, gen_random_uuid(), m.sender_id, m.body
    from generate_series(2, 1000) n, messages m where m.id = ${first!.id}`.execute(app.database.db)
  await sql`update rooms set last_seq = 1000, last_main = 1000, version = 1000`.execute(app.database.db)
  return { alice, bob, room }
}

test('who stops reading is cut, and the others lose nothing', { timeout: 90_000 }, async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const others = await Promise.all(Array.from({ length: 20 }, () => watchBare(app, bob, { roomId: room })))
  const stuck = await watchBare(app, bob, { roomId: room })
  await expect.poll(() => [stuck, ...others].every(({ heard }) => heard.length === 1), { timeout: 10_000 }).toBe(true)
  stuck.socket.pause()

  // What the kernel takes for it comes on top of the 1 MiB that the process does.
  let said = 0
  while (app.deps.hub.countFeeds() > others.length) {
    await Promise.all(Array.from({ length: 10 }, () => alice.say(room, long)))
    said += 10
    expect(said * longBytes).toBeLessThan(24 * 1024 * 1024)
  }
  expect(said * longBytes).toBeGreaterThan(1024 * 1024)
  for (const { heard } of others) {
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(said + 1)
    expect(numbers(heard)).toEqual(upTo(said))
  }

  // It finds out when it reads again, with what it got in order and without a hole.
  stuck.socket.resume()
  await stuck.closed
  const got = numbers(stuck.heard)
  expect(got).toEqual(upTo(got.length))
  expect(got.length).toBeLessThan(said)
  for (const { socket } of others) socket.terminate()
})

test('a backlog of a thousand long messages reaches who reads slowly, whole and in order', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await talkative(app)
  const { socket, heard, closed } = await watchBare(app, bob, { roomId: room, lastEventId: '0' })
  let over = false
  void closed.then(() => (over = true))
  socket.pause()
  await rest(500)
  const reading = (async () => {
    while (!over && heard.length < 1_011) {
      socket.resume()
      await rest(2)
      socket.pause()
      await rest(10)
    }
  })()
  // What is said meanwhile comes after it.
  await alice.say(room, ...Array.from({ length: 10 }, (_, at) => `meanwhile ${at}`))
  await reading
  expect(over).toBe(false)
  expect(numbers(heard)).toEqual(upTo(1_010))
  expect(heard.filter(({ type }) => type !== 'message').map(({ type }) => type)).toEqual(['ready'])
  socket.terminate()
})

test('who comes back to 45 rooms at once and reads slowly gets what they missed in all of them', async () => {
  await using app = await testApp()
  const { alice, bob } = await app.twoMembers()
  const rooms = await Promise.all(
    Array.from({ length: 45 }, async (_, at) => {
      const { id } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: `Room ${at}` })
      await bob.trpc.rooms.join.mutate({ roomId: id })
      await alice.say(id, ...Array.from({ length: 10 }, () => long))
      return id
    }),
  )
  const missed = rooms.map((roomId) => ({ roomId, lastEventId: '0' }))
  const { socket, heard, closed } = await watchBare(app, bob, ...missed)
  let over = false
  void closed.then(() => (over = true))
  socket.pause()
  await rest(1_000)
  while (!over && heard.filter(({ type }) => type === 'ready').length < rooms.length) {
    socket.resume()
    await rest(2)
    socket.pause()
    await rest(10)
  }
  expect(over).toBe(false)
  expect(heard.filter(({ type }) => type === 'message' || type === 'ready')).toHaveLength(heard.length)
  expect(heard.filter(({ type }) => type === 'message').length).toBeGreaterThanOrEqual(450)
  socket.terminate()
})

test('who leaves a room while what they missed of it waits gets none of it', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await talkative(app)
  const { id: other } = await alice.trpc.rooms.create.mutate({ kind: 'public', name: 'Other' })
  await bob.trpc.rooms.join.mutate({ roomId: other })
  await alice.say(other, 'a secret')
  const { socket, heard, closed, watch } = await watchBare(app, bob, { roomId: room, lastEventId: '0' })
  // Who reads even a moment has the kernel make room for all of it.
  socket.pause()
  let secrets = 0
  socket.on('message', (data: Buffer) => (secrets += data.includes('a secret') ? 1 : 0))
  // Until the kernel takes no more for it.
  await rest(1_500)
  watch([{ roomId: other, lastEventId: '0' }])
  await expect.poll(() => app.deps.hub.countFeeds(), patience).toBe(2)
  await rest(300)
  await bob.trpc.rooms.leave.mutate({ roomId: other })
  socket.resume()
  await expect.poll(() => numbers(heard).length, patience).toBe(1_000)
  await rest(100)
  expect(secrets).toBe(0)
  socket.terminate()
  await closed
})

test('who leaves in the middle of their backlog gets no more of it', async () => {
  await using app = await testApp()
  const { bob, room } = await talkative(app)
  const { socket, heard } = await watchBare(app, bob, { roomId: room, lastEventId: '0' })
  const stopAtFirst = () => {
    if (heard.length > 0) socket.pause()
  }
  socket.on('message', stopAtFirst)
  await expect.poll(() => heard.length, patience).toBeGreaterThan(0)
  await bob.trpc.rooms.leave.mutate({ roomId: room })
  socket.off('message', stopAtFirst)
  socket.resume()
  await expect.poll(() => app.deps.hub.countFeeds(), patience).toBe(0)
  await rest(500)
  const got = numbers(heard)
  expect(got).toEqual(upTo(got.length))
  expect(got.length).toBeLessThan(1_000)
  expect(heard.some(({ type }) => type === 'ready')).toBe(false)
  socket.terminate()
})
