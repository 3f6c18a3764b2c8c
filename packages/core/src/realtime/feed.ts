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
export interface Sink<T> {
  deliver(event: T, frames: EventFrames): void
}

/** More than this unread and the listener is cut: it resumes from its last version, and memory stays bounded. */
const maxQueued = 2_000
/** The same, of JSON. Where there is a socket its own bytes are counted; this is for event streams. */
const maxQueuedLength = 1024 * 1024

/**
 * One listener's queue between the hub and a subscription, until a sink takes over. A class, as all that lies between the
 * hub and a socket: of a thousand listeners nothing is in the cache when a message comes, and a closure's variables are
 * one more place to fetch for each.
 */
export class Feed<T> {
  #over = false
  #sink: Sink<T> | undefined
  readonly owner: FeedOwner
  readonly #onEnd: () => void
  #queue: [T, EventFrames][] = []
  #queuedLength = 0
  #tell: ((error?: AppError) => void) | undefined
  #failure: AppError | undefined
  #wake: (() => void) | undefined

  constructor(owner: FeedOwner, onEnd: () => void) {
    this.owner = owner
    this.#onEnd = onEnd
  }

  push(event: T, frames: EventFrames): void {
    if (this.#over) return
    if (this.#sink) return this.#sink.deliver(event, frames)
    if (!this.#fits(frames)) return this.cut(new AppError('unavailable', 'This feed fell too far behind.'))
    this.#queue.push([event, frames])
    this.#wake?.()
  }

  /** Whether there is room for one more. Nothing is measured of what is read at once. */
  #fits(frames: EventFrames): boolean {
    if (this.#queue.length === 0) return true
    this.#queuedLength += frames.length
    if (this.#queue.length >= maxQueued) return false
    return this.owner.connection !== null || this.#queuedLength < maxQueuedLength
  }

  /** Waits for what is published. */
  async *read(): AsyncGenerator<T> {
    while (!this.#failure) {
      const ready = this.#queue
      this.#queue = []
      this.#queuedLength = 0
      for (const [event] of ready) {
        if (this.#failure) break
        yield event
      }
      if (this.#queue.length > 0) continue
      if (this.#over) break
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    this.check()
  }

  /**
   * Gives what is queued, and from then on everything, straight to `sink`, and tells `onOver` when the feed ends, and
   * with what error. Does nothing to a feed that is over already; returns whether it was taken.
   */
  handOver(sink: Sink<T>, onOver: (error?: AppError) => void): boolean {
    if (this.#over) return false
    for (const [event, frames] of this.#queue) sink.deliver(event, frames)
    this.#queue = []
    this.#sink = sink
    this.#tell = onOver
    return true
  }

  /** A sink has it. */
  get taken(): boolean {
    return this.#tell !== undefined
  }

  get over(): boolean {
    return this.#over
  }

  /** Throws the error that the feed ended with, if it did: for who still has something to give that was read before. */
  check(): void {
    if (this.#failure) throw this.#failure
  }

  /** Whoever opened it is done with it: it ends, unless a sink has it. */
  leave(): void {
    if (!this.#tell) this.end()
  }

  /** Ends it together with what it goes to: whoever listens comes back and resumes. */
  cut(error: AppError): void {
    if (this.owner.connection) this.owner.connection.cut()
    else this.owner.cut?.()
    this.end(error)
  }

  /** Ends it; with an error, at once: access that was lost is lost also for what is queued. */
  end(error?: AppError): void {
    if (this.#over) return
    this.#over = true
    this.#failure = error
    this.#sink = undefined
    if (error) this.#queue = []
    this.#onEnd()
    this.#wake?.()
    this.#tell?.(error)
  }
}
