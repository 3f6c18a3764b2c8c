import { AppError } from '../errors.js'
import type { Connection } from './connection.js'
import type { EventFrames } from './frames.js'

/** Whose feed it is, so that it can be cut when they lose what entitles them to it. */
export interface FeedOwner {
  userId: string
  sessionId: string
  /** The room whose loss ends the feed; none for a feed that is the person's own. */
  roomId?: string
  /** The socket it goes to; `null` for event streams and callers inside the process. */
  connection: Connection | null
  /** Ends what it goes to, if that is no socket; none for callers inside the process. */
  cut?: () => void
}

/** Takes an event at once; `frames` are shared by all who get the same event. */
export type Sink<T> = (event: T, frames: EventFrames) => void

/** One listener's queue between the hub and a subscription, until a sink takes over. */
export interface Feed<T> {
  readonly owner: FeedOwner
  push(event: T, frames: EventFrames): void
  /** Waits for what is published. */
  read(): AsyncGenerator<T>
  /**
   * Gives what is queued, and from then on everything, straight to `sink`, and tells `onOver` when the feed ends, and
   * with what error. Does nothing to a feed that is over already; returns whether it was taken.
   */
  handOver(sink: Sink<T>, onOver: (error?: AppError) => void): boolean
  /** A sink has it. */
  readonly taken: boolean
  readonly over: boolean
  /** Throws the error that the feed ended with, if it did: for who still has something to give that was read before. */
  check(): void
  /** Whoever opened it is done with it: it ends, unless a sink has it. */
  leave(): void
  /** Ends it together with what it goes to: whoever listens comes back and resumes. */
  cut(error: AppError): void
  /** Ends it; with an error, at once: access that was lost is lost also for what is queued. */
  end(error?: AppError): void
}

/** More than this unread and the listener is cut: it resumes from its last version, and memory stays bounded. */
const maxQueued = 2_000
/** The same, of JSON. Where there is a socket its own bytes are counted; this is for event streams. */
const maxQueuedLength = 1024 * 1024

export function createFeed<T>(owner: FeedOwner, onEnd: () => void): Feed<T> {
  let queue: [T, EventFrames][] = []
  let queuedLength = 0
  let sink: Sink<T> | undefined
  let tell: ((error?: AppError) => void) | undefined
  let over = false
  let failure: AppError | undefined
  let wake = () => {}

  function end(error?: AppError): void {
    if (over) return
    over = true
    failure = error
    sink = undefined
    if (error) queue = []
    onEnd()
    wake()
    tell?.(error)
  }

  function cut(error: AppError): void {
    if (owner.connection) owner.connection.cut()
    else owner.cut?.()
    end(error)
  }

  /** Whether there is room for one more. Nothing is measured of what is read at once. */
  function fits(frames: EventFrames): boolean {
    if (queue.length === 0) return true
    queuedLength += frames.length
    return queue.length < maxQueued && (owner.connection !== null || queuedLength < maxQueuedLength)
  }

  const woken = () => new Promise<void>((resolve) => (wake = resolve))

  return {
    owner,
    end,
    cut,
    push(event, frames) {
      if (over) return
      if (sink) return sink(event, frames)
      if (!fits(frames)) return cut(new AppError('unavailable', 'This feed fell too far behind.'))
      queue.push([event, frames])
      wake()
    },
    async *read() {
      while (!failure) {
        const ready = queue
        queue = []
        queuedLength = 0
        for (const [event] of ready) {
          if (failure) break
          yield event
        }
        if (queue.length > 0) continue
        if (over) break
        await woken()
      }
      if (failure) throw failure
    },
    handOver(taker, onOver) {
      if (over) return false
      for (const [event, frames] of queue) taker(event, frames)
      queue = []
      sink = taker
      tell = onOver
      return true
    },
    get taken() {
      return tell !== undefined
    },
    get over() {
      return over
    },
    check() {
      if (failure) throw failure
    },
    leave() {
      if (!tell) end()
    },
  }
}
