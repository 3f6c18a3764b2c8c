import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTransport } from '../src/links/transport.js'
import { createSession } from '../src/session.js'

/** The browser's socket in a network that refuses it. */
class RefusedSocket extends EventTarget {
  static readonly OPEN = 1
  static readonly CLOSING = 2
  static readonly CLOSED = 3
  readyState = 0

  constructor() {
    super()
    setTimeout(() => this.close())
  }

  close() {
    if (this.readyState === RefusedSocket.CLOSED) return
    this.readyState = RefusedSocket.CLOSED
    this.dispatchEvent(new Event('error'))
    this.dispatchEvent(Object.assign(new Event('close'), { code: 1006 }))
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minute = 60_000

/** A client that listens to something, in that network; `probed` are the minutes at which it asked for a socket again. */
async function setUp() {
  const began = Date.now()
  const probed: number[] = []
  let free = false
  const transport = createTransport({
    url: 'ws://localhost',
    session: createSession(
      { kind: 'tokens' },
      () => Promise.reject(new Error('There is nothing to renew')),
      () => Date.now(),
    ),
    now: () => Date.now(),
    WebSocket: RefusedSocket as unknown as typeof WebSocket,
    reach: () => Promise.resolve(),
    probe: () => {
      probed.push((Date.now() - began) / minute)
      return free ? Promise.resolve() : Promise.reject(new Error('Refused'))
    },
  })
  const op = { id: 1, type: 'subscription', path: 'rooms.watch', input: {}, context: {}, signal: null } as const
  const transformer = { input: passOn, output: passOn }
  transport.socket.client.request({ op, transformer }).subscribe({})
  await vi.advanceTimersByTimeAsync(10_000)
  return { transport, probed, setFree: () => void (free = true) }
}

const passOn = { serialize: (data: unknown) => data, deserialize: (data: unknown) => data }

test('a socket is tried again after a minute, then ever more rarely, and taken when it is to be had', async () => {
  const { transport, probed, setFree } = await setUp()
  expect(transport.kind.get()).toBe('sse')
  await vi.advanceTimersByTimeAsync(140 * minute)
  expect(probed.map(Math.round)).toEqual([1, 3, 7, 15, 31, 61, 91, 121])
  setFree()
  await vi.advanceTimersByTimeAsync(20 * minute)
  expect(transport.kind.get()).toBe('ws')
  transport.stop()
})

test('another network is asked at once', async () => {
  const { transport, probed, setFree } = await setUp()
  setFree()
  transport.setOffline(true)
  transport.setOffline(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(probed).toHaveLength(1)
  expect(transport.kind.get()).toBe('ws')
  transport.stop()
})

test('who leaves begins with a socket when they come back', async () => {
  const { transport, probed } = await setUp()
  transport.stop()
  expect(transport.kind.get()).toBe('ws')
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(probed).toEqual([])
})
