import { createAlarm, type Alarm } from '../backoff.js'
import { createStore, type Store } from '../store.js'
import type { ConnectionState } from './connection.js'

/** What is known of all event streams together. */
export interface Streams {
  state: Store<ConnectionState>
  offline: Store<boolean>
  /** Woken to try again now. */
  alarm: Alarm
  setOffline: (offline: boolean) => void
  add: () => Stream
}

/** One subscription, however often its stream is opened. */
export interface Stream {
  up: () => void
  /** `retryAt` in ms since 1970. */
  down: (retryAt: number | null) => void
  end: () => void
}

const idle: ConnectionState = { status: 'idle', transport: 'sse', retryAt: null, attempt: 0 }

export function createStreams(): Streams {
  const state = createStore(idle)
  const offline = createStore(false)
  const alarm = createAlarm()
  /** How often each has failed since it was last heard of; `null` before either. */
  const failures = new Map<Stream, number | null>()
  let retryAt: number | null = null

  return {
    state,
    offline,
    alarm,
    setOffline(next) {
      offline.set(next)
      show()
      if (!next) alarm.wake()
    },
    add() {
      const note = (count: number, next: number | null) => {
        if (!failures.has(stream)) return
        failures.set(stream, count)
        retryAt = next
        show()
      }
      const stream: Stream = {
        up: () => note(0, null),
        down: (next) => note((failures.get(stream) ?? 0) + 1, next),
        end() {
          failures.delete(stream)
          show()
        },
      }
      failures.set(stream, null)
      show()
      return stream
    },
  }

  /** One that is down outweighs another that was well when it was last looked at. */
  function show() {
    if (failures.size === 0) return state.set(idle)
    const counts = [...failures.values()]
    const attempt = Math.max(0, ...counts.map((count) => count ?? 0))
    const away = offline.get() ? 'offline' : 'connecting'
    const status = attempt === 0 && counts.includes(0) ? 'open' : away
    const last = state.get()
    if (status === last.status && attempt === last.attempt && retryAt === last.retryAt) return
    state.set({ status, transport: 'sse', retryAt, attempt })
  }
}
