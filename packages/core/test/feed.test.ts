import { once } from 'node:events'
import { createServer } from 'node:http'
import { AppError } from '@parley/core/errors'
import { Feed } from '@parley/core/realtime/feed'
import { EventFrames, headOf, toTextFrame } from '@parley/core/realtime/frames'
import { describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'

const event = (n: number) => ({ type: 'thing', n })
const framesOf = (one: object) => new EventFrames(one)

function makeFeed(connection: { cut(): void } | null = null) {
  const owner = { userId: 'u', sessionId: 's', connection: connection as never }
  let ended = 0
  const feed = new Feed<{ n: number }>(owner, () => ended++)
  const push = (...numbers: number[]) => numbers.map(event).forEach((one) => feed.push(one, framesOf(one)))
  return { feed, push, ended: () => ended }
}

describe('a feed', () => {
  test('gives what was pushed before and while it is read, in order', async () => {
    const { feed, push } = makeFeed()
    push(1, 2)
    const read: number[] = []
    const reading = (async () => {
      for await (const { n } of feed.read()) read.push(n)
    })()
    await expect.poll(() => read).toEqual([1, 2])
    push(3)
    await expect.poll(() => read).toEqual([1, 2, 3])
    feed.end()
    await reading
  })

  test('handed over, gives first what is queued and then everything at once', () => {
    const { feed, push } = makeFeed()
    push(1, 2)
    const taken: number[] = []
    feed.handOver({ deliver: ({ n }) => taken.push(n) }, () => {})
    push(3)
    expect(taken).toEqual([1, 2, 3])
  })

  test('ended with an error, gives nothing that is still queued', async () => {
    const { feed, push, ended } = makeFeed()
    push(1, 2)
    feed.end(new AppError('not_found', 'gone'))
    const taken: number[] = []
    feed.handOver({ deliver: ({ n }) => taken.push(n) }, () => {})
    await expect(feed.read().next()).rejects.toMatchObject({ code: 'not_found' })
    expect([taken, ended()]).toEqual([[], 1])
  })

  test('cuts the socket of who falls two thousand events behind before it is live', async () => {
    let cuts = 0
    const { feed, push } = makeFeed({ cut: () => cuts++ })
    push(...Array.from({ length: 2_001 }, (_, at) => at))
    expect(cuts).toBe(1)
    await expect(feed.read().next()).rejects.toMatchObject({ code: 'unavailable' })
  })
})

test.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
  'a text frame of %i bytes is read back by a client',
  async (length) => {
    const text = 'é'.repeat(length >> 1) + 'x'.repeat(length % 2)
    const server = createServer().listen(0)
    const wss = new WebSocketServer({ noServer: true })
    server.on('upgrade', (request, raw, head) =>
      wss.handleUpgrade(request, raw, head, () => raw.write(toTextFrame(text))),
    )
    const client = new WebSocket(`ws://localhost:${(server.address() as { port: number }).port}`)
    const [data, isBinary] = (await once(client, 'message')) as [Buffer, boolean]
    expect([data.toString() === text, isBinary]).toEqual([true, false])
    client.terminate()
    server.close()
  },
)

test('an event’s frame is made once for each subscription id', () => {
  const frames = framesOf({ type: 'message', version: 7 })
  const first = frames.frameFor(headOf({ id: 3, jsonrpc: undefined }))
  expect(frames.frameFor(headOf({ id: 3, jsonrpc: undefined }))).toBe(first)
  expect(frames.frameFor(headOf({ id: 4, jsonrpc: undefined }))).not.toBe(first)
  expect(JSON.parse(first.subarray(2).toString())).toEqual({
    id: 3,
    result: { type: 'data', id: '7', data: { json: { id: '7', data: { type: 'message', version: 7 } } } },
  })
})
