import type { Message } from '@parley/contract/messages'
import { type Client, nameOf, refusalOf } from './client.js'
import type { Held, History, Seen, Watch } from './history.js'

/** Somebody's eye on a room; what it sees goes on record. */
export interface Watcher {
  person: string
  roomId: string
  /** The version of the last event it was given. */
  readonly version: number
  readonly watching: boolean
  /** Messages it has seen lately. */
  recent: Held[]
  /** Stops listening; `resume` goes on from the last event, as a client that comes back. */
  pause(): void
  resume(): void
  /** For good. */
  end(): void
}

export interface Eyes {
  client: Client
  history: History
  hold(message: Message): Held
  count(what: string): void
  /** Called for each message event, when it is on record. */
  onMessage(message: Held): void
  /** The server says that this person is not in the room. */
  onExcluded(roomId: string): void
}

const keptRecent = 40

/** Starts to watch from now on. */
export function watchRoom(eyes: Eyes, roomId: string): Watcher {
  const { client, history, hold, count } = eyes
  const record: Watch = { person: client.user.id, roomId, seen: [], open: true }
  history.watches.push(record)
  let last: number | undefined
  let subscription: { unsubscribe(): void } | undefined
  let over = false
  let pages = 0
  const recent: Held[] = []

  const see = (seen: Seen) => void record.seen.push(seen)

  /** What a client shows first; one that a later `reset` overtook is thrown away. */
  async function fetchPage(): Promise<void> {
    const mine = ++pages
    for (let tries = 0; tries < 20 && mine === pages && !over; tries++) {
      try {
        const { items } = await client.trpc.messages.list.query({ roomId }, { signal: AbortSignal.timeout(6_000) })
        if (mine === pages && !over) see({ type: 'page', at: performance.now(), messages: items.map(hold) })
        return
      } catch (error) {
        if (refusalOf(error) && refusalOf(error) !== 'unauthenticated') return
        await new Promise((done) => setTimeout(done, 200))
      }
    }
  }

  function start(): void {
    if (over || subscription) return
    const input = { roomId, ...(last !== undefined && { lastEventId: String(last) }) }
    const mine = (subscription = client.trpc.messages.watch.subscribe(input, {
      onData({ data: event }) {
        if (over) return
        const at = performance.now()
        const first = last === undefined
        last = event.version
        if (event.type !== 'message') {
          see({ type: event.type, at, version: event.version })
          if (first || event.type === 'reset') void fetchPage()
          return
        }
        const message = hold(event.message)
        see({ type: 'message', at, version: event.version, message })
        recent.push(message)
        if (recent.length > keptRecent) recent.shift()
        eyes.onMessage(message)
      },
      onError(error) {
        if (subscription !== mine) return
        subscription = undefined
        const refused = refusalOf(error)
        count(`watch ${nameOf(error)}`)
        if (refused === 'unauthenticated') client.reconnect()
        else if (refused) return eyes.onExcluded(roomId)
        setTimeout(start, 150)
      },
      onComplete() {
        if (subscription !== mine) return
        subscription = undefined
        setTimeout(start, 150)
      },
    }))
  }

  function pause(): void {
    const stopped = subscription
    subscription = undefined
    stopped?.unsubscribe()
  }

  start()
  return {
    person: client.user.id,
    roomId,
    recent,
    get version() {
      return last ?? -1
    },
    get watching() {
      return subscription !== undefined
    },
    pause,
    resume: start,
    end() {
      over = true
      record.open = false
      pause()
    },
  }
}
