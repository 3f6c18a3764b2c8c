import { setTimeout as sleep } from 'node:timers/promises'
import { toCall } from '../parley.js'
import { openRaw, type RawSocket } from '../raw-socket.js'
import type { Inhabitant } from './population.js'

/** One person's client: a socket with an inbox, a room and who is there. It comes back by itself, as ours does. */
export interface Watcher {
  readonly roomId: string
  /** Messages, each counted once; and those that came again. */
  readonly seen: { messages: number; repeats: number }
  /** All three subscriptions say that they are live. */
  readonly live: boolean
  start(): Promise<void>
  stop(): void
}

const firstDelayMs = 1_000
const maxDelayMs = 5_000
const ids = { inbox: 1, room: 2, people: 3 }

/** The client of one person, who has an address of their own as far as the loopback network goes. */
export function createWatcher(url: string, { token, roomId }: Inhabitant, at: number): Watcher {
  const address = `127.1.${at >> 8}.${at & 0xff}`
  const seen = { messages: 0, repeats: 0 }
  const lively = new Set<number>()
  let version: number | undefined
  let socket: RawSocket | undefined
  let stopped = false

  function subscribe(): string {
    const room = { roomId, ...(version !== undefined && { lastEventId: String(version) }) }
    const frames = [
      toCall(ids.inbox, 'subscription', 'rooms.watch', {}),
      toCall(ids.room, 'subscription', 'messages.watch', room),
      toCall(ids.people, 'subscription', 'presence.watch', { roomId }),
    ]
    return `[${frames.join(',')}]`
  }

  function take(payload: Buffer): void {
    if (payload.length === 4) return socket?.send('PONG')
    // The id stands first; only what the figures need is read, so that the load is not what is measured.
    const id = Number(String.fromCharCode(payload[6] ?? 0))
    const head = payload.toString('latin1', 0, 60)
    if (!head.includes('"data"')) return
    if (id !== ids.room) return void lively.add(id)
    const { result } = JSON.parse(payload.toString()) as {
      result: { id: string; data: { json: { data: { type: string } } } }
    }
    const { type } = result.data.json.data
    if (type === 'ready') lively.add(id)
    else if (version !== undefined && Number(result.id) <= version) seen.repeats++
    else seen.messages++
    version = Math.max(version ?? 0, Number(result.id))
  }

  async function open(): Promise<void> {
    socket = await openRaw(url, '/trpc?connectionParams=1', address)
    socket.onText = take
    socket.onClose = () => {
      lively.clear()
      if (!stopped) void start()
    }
    socket.sendAll([
      JSON.stringify({ method: 'connectionParams', data: { authorization: `Bearer ${token}` } }),
      subscribe(),
    ])
  }

  async function start(): Promise<void> {
    for (let attempt = 0; !stopped; attempt++) {
      // The very first time nobody waits; after that with full jitter, as packages/client does.
      if (attempt > 0 || version !== undefined)
        await sleep(Math.random() * Math.min(firstDelayMs * 2 ** attempt, maxDelayMs))
      const opened = await open().then(
        () => true,
        () => false,
      )
      if (opened) return
    }
  }

  return {
    roomId,
    seen,
    get live() {
      return lively.size === 3
    },
    start,
    stop() {
      stopped = true
      socket?.close()
    },
  }
}
