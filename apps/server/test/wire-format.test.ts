import { once } from 'node:events'
import { testApp } from '@parley/testkit/test-app'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

interface Frame {
  id: number
  result?: { type: string }
}

/** A socket without a client: what goes over the wire, frame by frame. */
async function openRaw(url: string, accessToken: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/trpc?connectionParams=1`)
  const frames: string[] = []
  socket.on('message', (data) => frames.push(String(data)))
  await once(socket, 'open')
  socket.send(JSON.stringify({ method: 'connectionParams', data: { authorization: `Bearer ${accessToken}` } }))
  const parsed = () => frames.map((frame) => JSON.parse(frame) as Frame)
  return {
    socket,
    frames,
    watch: (id: number, roomId: string, lastEventId?: string) =>
      socket.send(
        JSON.stringify({
          id,
          jsonrpc: '2.0',
          method: 'subscription',
          params: { path: 'messages.watch', input: { json: { roomId } }, lastEventId },
        }),
      ),
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
  ]
  await bob.say(room, ...bodies)
  await expect.poll(() => raw.data(1).length).toBe(1 + bodies.length)
  const live = raw.data(1).slice(1)

  raw.watch(2, room, '0')
  await expect.poll(() => raw.data(2).length).toBe(bodies.length + 1)
  const backlog = raw.data(2).slice(0, -1)
  expect(live).toEqual(backlog.map((frame) => frame.replace('"id":2,', '"id":1,')))
  expect(raw.frames.some((frame) => frame === '')).toBe(false)
  raw.socket.close()
})
