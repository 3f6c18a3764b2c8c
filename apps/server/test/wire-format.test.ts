import { once } from 'node:events'
import { appRouter } from '@parley/router/root'
import { testApp } from '@parley/testkit/test-app'
import { transformTRPCResponse } from '@trpc/server'
import superjson from 'superjson'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

interface Frame {
  id: number
  jsonrpc: '2.0'
  result?: { type: string; data: never }
}

/** A socket without a client: what goes over the wire, frame by frame. */
async function openRaw(url: string, accessToken: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/trpc?connectionParams=1`)
  const frames: string[] = []
  socket.on('message', (data) => frames.push(String(data)))
  await once(socket, 'open')
  socket.send(JSON.stringify({ method: 'connectionParams', data: { authorization: `Bearer ${accessToken}` } }))
  const parsed = () => frames.map((frame) => JSON.parse(frame) as Frame)
  const subscribe = (id: number, path: string, json: object, lastEventId?: string) =>
    socket.send(
      JSON.stringify({ id, jsonrpc: '2.0', method: 'subscription', params: { path, input: { json }, lastEventId } }),
    )
  return {
    socket,
    frames,
    parsed,
    subscribe,
    watch: (id: number, roomId: string, lastEventId?: string) =>
      subscribe(id, 'messages.watch', { roomId }, lastEventId),
    data: (id: number) => frames.filter((_, at) => parsed()[at]?.id === id && parsed()[at]?.result?.type === 'data'),
  }
}

test('a frame of the hub is to the letter what tRPC’s adapter sends for the same event', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  const raw = await openRaw(app.url, alice.session.accessToken)
  raw.watch(1, room)
  await expect.poll(() => raw.data(1).length).toBe(1)
  const bodies = [
    'short',
    'Ünïcødé 你好 👍',
    'x'.repeat(200),
    'y'.repeat(4_000),
    '語'.repeat(4_000),
    '😀'.repeat(3_900),
    // What is over 128 Ki characters goes event by event, when it was missed.
    ...Array.from({ length: 70 }, () => 'z'.repeat(4_000)),
  ]
  const { length } = bodies
  await bob.say(room, ...bodies)
  await expect.poll(() => raw.data(1).length).toBe(1 + length)
  const live = raw.data(1).slice(1)

  for (const [id, missed] of [
    [2, length],
    [3, 3],
  ] as const) {
    raw.watch(id, room, String(length - missed))
    await expect.poll(() => raw.data(id).length).toBe(missed + 1)
    const backlog = raw.data(id).slice(0, -1)
    expect(backlog.map((frame) => frame.replace(`"id":${id},`, '"id":1,'))).toEqual(live.slice(-missed))
  }
  expect(raw.frames.some((frame) => frame === '')).toBe(false)
  raw.socket.close()
})

/** What tRPC's adapter makes of what a frame says. */
function encodeAgain(frame: string): string {
  const { id, jsonrpc, result } = JSON.parse(frame) as Required<Frame>
  const data = superjson.deserialize(result.data)
  return JSON.stringify(
    transformTRPCResponse(appRouter._def._config, { id, jsonrpc, result: { ...result, type: 'data', data } }),
  )
}

test('what a subscription begins with is to the letter what tRPC’s adapter would send, after `started`', async () => {
  await using app = await testApp()
  const { alice, bob, room } = await app.twoMembers()
  await bob.say(room, 'something')
  const raw = await openRaw(app.url, alice.session.accessToken)
  const roomId = room
  raw.subscribe(1, 'messages.watch', { roomId })
  raw.watch(2, room, '0')
  raw.watch(3, room, '999999')
  raw.subscribe(4, 'presence.watch', { roomId })
  raw.subscribe(5, 'presence.watch', { userIds: [bob.user.id] })
  raw.subscribe(6, 'receipts.watch', { roomId })
  raw.subscribe(7, 'typing.watch', { roomId })
  raw.subscribe(8, 'rooms.watch', {})
  for (let id = 1; id <= 8; id++) {
    await expect.poll(() => raw.data(id).length).toBeGreaterThan(0)
    const types = raw.parsed().flatMap((frame) => (frame.id === id ? [frame.result?.type] : []))
    expect(types.slice(0, 2)).toEqual(['started', 'data'])
    for (const frame of raw.data(id)) expect(encodeAgain(frame)).toBe(frame)
  }
  raw.socket.close()
})

test('a name that every object has is no procedure', async () => {
  await using app = await testApp()
  const raw = await openRaw(app.url, (await app.person('alice')).session.accessToken)
  raw.subscribe(1, 'constructor', {})
  await expect.poll(() => raw.frames.find((frame) => frame.includes('"error"'))).toContain('"appCode":"not_found"')
  raw.socket.close()
})

test('a subscription that is stopped in the frame that asks for it, or while it is read, says so and leaves nothing', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const raw = await openRaw(app.url, alice.session.accessToken)
  const start = (id: number) => {
    return {
      id,
      jsonrpc: '2.0',
      method: 'subscription',
      params: { path: 'messages.watch', input: { json: { roomId: room } } },
    }
  }
  const stop = (id: number) => ({ id, jsonrpc: '2.0', method: 'subscription.stop' })
  raw.socket.send(JSON.stringify([start(1), stop(1)]))
  raw.socket.send(JSON.stringify(start(2)))
  raw.socket.send(JSON.stringify(stop(2)))
  raw.watch(3, room)
  await expect.poll(() => raw.data(3).length).toBe(1)
  const last = (id: number) => raw.parsed().findLast((frame) => frame.id === id)?.result?.type
  expect([last(1), last(2)]).toEqual(['stopped', 'stopped'])
  expect(app.deps.hub.countFeeds()).toBe(1)
  raw.socket.close()
})

test('a subscription that is refused names the field, or says that one has to log in', async () => {
  await using app = await testApp()
  const { alice, room } = await app.twoMembers()
  const [raw, nobody] = [await openRaw(app.url, alice.session.accessToken), await openRaw(app.url, 'nonsense')]
  const errors = (frames: string[]) => frames.filter((frame) => frame.includes('"error"'))
  raw.subscribe(1, 'messages.watch', { roomId: 'no id' })
  nobody.watch(1, room)
  await expect.poll(() => [errors(raw.frames).length, errors(nobody.frames).length]).toEqual([1, 1])
  expect(errors(raw.frames)[0]).toContain('"path":["roomId"]')
  expect(errors(nobody.frames)[0]).toContain('"appCode":"unauthenticated"')
  expect(app.deps.hub.countFeeds()).toBe(0)
  raw.socket.close()
  nobody.socket.close()
})
