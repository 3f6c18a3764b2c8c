import { createWSClient, type TRPCWebSocketClient } from '@trpc/client'
import { createAlarm, retryDelay } from '../backoff.js'
import type { Session } from '../session.js'
import { createStore, type Store } from '../store.js'
import { offlineProbeMs, type ConnectionState } from './connection.js'

export interface Socket {
  client: TRPCWebSocketClient
  state: Store<ConnectionState>
  /** Tries again now instead of at `retryAt`. */
  redial: () => void
  /** Opens a new socket if this one was opened with an older token. */
  renew: () => void
  setOffline: (offline: boolean) => void
  /** Ends every subscription; the next one opens the socket again. */
  stop: () => void
}

const idle: ConnectionState = { status: 'idle', transport: 'ws', retryAt: null, attempt: 0 }
const openingMs = 10_000
/** Longer than this is suspicious. */
const hangingMs = 4_000
const idleMs = 30_000
/** The server's close code for an access token that has ended. */
const tokenEnded = 4401

export interface SocketOptions {
  url: string
  session: Session
  now: () => number
  WebSocket?: typeof WebSocket | undefined
  failed: (why: 'refused' | 'hangs') => void
  closed: (code: number, livedMs: number) => void
}

/** The stock tRPC ws client, with waiting moved into its `url` callback, where it can be cut short and the token renewed. */
export function createSocket({ url, session, now, WebSocket, failed, closed }: SocketOptions): Socket {
  const state = createStore(idle)
  const alarm = createAlarm()
  let delay = 0
  let offline = false
  let prompt = false
  let stops = 0
  let dialled = session.generation()
  let opening: ReturnType<typeof setTimeout> | undefined
  let hanging: ReturnType<typeof setTimeout> | undefined
  let openedAt: number | null = null

  const client = createWSClient({
    url: dial,
    ...(session.transport === 'body' && {
      connectionParams: () => {
        const authorization = session.authorization()
        return authorization ? { authorization } : null
      },
    }),
    ...(WebSocket && { WebSocket }),
    lazy: { enabled: true, closeMs: idleMs },
    // The defaults, 5 s and 1 s, cut slow connections.
    keepAlive: { enabled: true, intervalMs: 25_000, pongTimeoutMs: 10_000 },
    retryDelayMs(attempt) {
      delay = prompt ? 0 : retryDelay(attempt)
      prompt = false
      if (!isOpen()) state.set({ ...state.get(), status: waitingStatus(), attempt: attempt + 1 })
      return 0
    },
    onOpen() {
      stopClocks()
      openedAt = now()
      state.set({ ...idle, status: 'open' })
    },
    onClose(cause) {
      if (cause?.code === tokenEnded) session.expire()
      // An older one, which the one that is open has replaced.
      if (isOpen()) return
      if (openedAt === null) failed('refused')
      else closed(cause?.code ?? 0, now() - openedAt)
      openedAt = null
      // The client says nothing when it closes without a subscription left to reconnect for.
      if (state.get().status === 'open') state.set(idle)
    },
  })
  client.connectionState.subscribe({
    next: ({ state: next }) => {
      if (next === 'idle') state.set(idle)
      if (next === 'connecting') state.set({ ...state.get(), status: waitingStatus() })
    },
  })

  return {
    client,
    state,
    redial: alarm.wake,
    renew() {
      if (dialled === session.generation()) return
      prompt = true
      hangUp()
    },
    setOffline(next) {
      offline = next
      if (offline) {
        if (state.get().status !== 'idle') state.set({ ...state.get(), status: 'offline' })
        hangUp()
      } else alarm.wake()
    },
    stop() {
      stops++
      alarm.wake()
      // Else it would first wait for the answers to calls of a person who has left.
      hangUp()
      client.close().catch(() => null)
    },
  }

  async function dial(): Promise<string> {
    const at = stops
    const ms = offline ? offlineProbeMs : delay
    delay = 0
    if (ms > 0) {
      if (!isOpen()) state.set({ ...state.get(), retryAt: Math.round(now() + ms) })
      await alarm.sleep(ms)
      if (!isOpen()) state.set({ ...state.get(), retryAt: null })
    }
    if (at === stops) await session.freshen(isOpen())
    if (at !== stops) throw new Error('The connection was closed while it was being opened')
    dialled = session.generation()
    stopClocks()
    hanging = setTimeout(() => isConnecting() && failed('hangs'), hangingMs)
    opening = setTimeout(() => isConnecting() && hangUp(), openingMs)
    return url
  }

  function stopClocks() {
    clearTimeout(hanging)
    clearTimeout(opening)
  }

  function isConnecting() {
    return client.connection?.state === 'connecting'
  }

  function isOpen() {
    return client.connection?.state === 'open'
  }

  function waitingStatus() {
    return offline ? 'offline' : 'connecting'
  }

  function hangUp() {
    client.connection?.ws?.close()
  }
}
