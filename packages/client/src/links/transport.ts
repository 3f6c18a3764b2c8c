import { createStore, type Store } from '../store.js'
import type { ConnectionState } from './connection.js'
import { createSocket, type Socket, type SocketOptions } from './socket.js'
import { createStreams, type Streams } from './streams.js'
import { createVerdict } from './verdict.js'

/** The way of the subscriptions: a socket if one stays open, else event streams. */
export interface Transport {
  socket: Socket
  streams: Streams
  kind: Store<'ws' | 'sse'>
  state: Store<ConnectionState>
  /** Tries again now instead of at `retryAt`; the socket too. */
  redial: () => void
  setOffline: (offline: boolean) => void
  /** Ends every subscription; the next one begins with the socket. */
  stop: () => void
}

export interface TransportOptions extends Omit<SocketOptions, 'failed' | 'closed'> {
  /** Asks the server something over HTTP. */
  reach: () => Promise<unknown>
  /** Asks the server something over the socket; given up when the signal says so. */
  probe: (signal: AbortSignal) => Promise<unknown>
}

/** How long events come as streams before a socket is tried again; doubled each time that does not last. */
const firstReturnMs = 60_000
const maxReturnMs = 30 * 60_000
const probeMs = 8_000

export function createTransport({ reach, probe, ...options }: TransportOptions): Transport {
  const { now } = options
  const kind = createStore<'ws' | 'sse'>('ws')
  const verdict = createVerdict({ reach, giveUp: takeStreams, isOpen: () => socket.state.get().status === 'open' })
  const socket = createSocket({
    ...options,
    failed: (why) => kind.get() === 'ws' && verdict.failed(why),
    closed: (code, livedMs) => kind.get() === 'ws' && verdict.closed(code, livedMs),
  })
  const streams = createStreams()
  const state = createStore(socket.state.get())
  for (const store of [kind, socket.state, streams.state]) store.subscribe(show)

  let returnMs = firstReturnMs
  let returning: ReturnType<typeof setTimeout> | undefined
  let probing = false
  let stops = 0
  let takenAt = 0

  return {
    socket,
    streams,
    kind,
    state,
    redial() {
      socket.redial()
      streams.alarm.wake()
      void tryReturn()
    },
    setOffline(offline) {
      verdict.setOffline(offline)
      streams.setOffline(offline)
      socket.setOffline(offline)
      // Another network may have no such proxy.
      if (!offline) void tryReturn()
    },
    stop() {
      stops++
      clearTimeout(returning)
      returnMs = firstReturnMs
      verdict.reset()
      kind.set('ws')
      socket.stop()
    },
  }

  function takeStreams() {
    if (now() - takenAt > firstReturnMs) returnMs = firstReturnMs
    kind.set('sse')
    // It would go on dialling for nobody.
    socket.stop()
    returnLater()
  }

  function returnLater() {
    clearTimeout(returning)
    returning = setTimeout(() => void tryReturn(), returnMs)
    returnMs = Math.min(returnMs * 2, maxReturnMs)
  }

  /** Takes the socket when a call over it is answered: a proxy may grant an upgrade and then let nothing through. */
  async function tryReturn() {
    if (kind.get() === 'ws' || probing) return
    probing = true
    const at = stops
    const answered = await probe(AbortSignal.timeout(probeMs)).then(
      () => true,
      () => false,
    )
    probing = false
    if (at !== stops) return
    if (!answered) {
      socket.stop()
      return returnLater()
    }
    clearTimeout(returning)
    takenAt = now()
    verdict.reset()
    kind.set('ws')
  }

  function show() {
    state.set(kind.get() === 'ws' ? socket.state.get() : streams.state.get())
  }
}
