import { EventEmitter } from 'node:events'
import type { WebSocket } from 'ws'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPings, type Pings } from '../src/ws/pings.js'

let pings: Pings
beforeEach(() => {
  vi.useFakeTimers()
  pings = createPings()
})
afterEach(() => {
  pings.close()
  vi.useRealTimers()
})

/** What is asked of a socket; nothing is at its other end. */
function createSocket() {
  const sent: string[] = []
  const socket = Object.assign(new EventEmitter(), { send: (text: string) => sent.push(text), terminate: vi.fn() })
  return { socket: socket as unknown as WebSocket, sent, ended: socket.terminate }
}

test('who says nothing is asked after half a minute, and ended when no answer comes', () => {
  const { socket, sent, ended } = createSocket()
  pings.watch(socket)
  vi.advanceTimersByTime(29_000)
  expect(sent).toEqual([])
  vi.advanceTimersByTime(1_500)
  expect(sent).toEqual(['PING'])
  vi.advanceTimersByTime(9_000)
  expect(ended).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_500)
  expect(ended).toHaveBeenCalled()
  expect(sent).toEqual(['PING'])
})

test('who answers is left alone, and asked again half a minute later', () => {
  const { socket, sent, ended } = createSocket()
  const heard = pings.watch(socket)
  vi.advanceTimersByTime(31_000)
  heard()
  vi.advanceTimersByTime(29_000)
  expect(sent).toEqual(['PING'])
  vi.advanceTimersByTime(2_000)
  expect(sent).toEqual(['PING', 'PING'])
  expect(ended).not.toHaveBeenCalled()
})

test('a socket that closed is asked nothing', () => {
  const { socket, sent, ended } = createSocket()
  pings.watch(socket)
  socket.emit('close')
  vi.advanceTimersByTime(60_000)
  expect(sent).toEqual([])
  expect(ended).not.toHaveBeenCalled()
})
