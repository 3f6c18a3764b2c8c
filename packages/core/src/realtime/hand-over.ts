import type { AppError } from '../errors.js'
import type { Connection } from './connection.js'
import type { Feed, Sink } from './feed.js'
import { EventFrames, headOf, type Subscription } from './frames.js'

/** The event as this listener gets it, another one in its place, or none. */
export type Accept<T> = (event: T) => T | undefined

/**
 * The mark that a subscription yields once it is live. Whoever runs subscriptions over a socket takes it and
 * never sends it: from then on the hub writes to the socket itself, and the generator is over. The
 * stock path (a generator, a race of promises, a transform and a stringify for every subscriber and event) costs ten
 * times as much, and 10 KB for each subscription while it waits.
 */
export class HandOver<T extends object = object> implements Sink<T> {
  readonly #connection: Connection
  readonly #accept: Accept<T>
  #head = ''
  readonly #feed: Feed<T>
  #first: EventFrames<T>[]

  constructor(feed: Feed<T>, connection: Connection, accept: Accept<T>, first: EventFrames<T>[]) {
    this.#feed = feed
    this.#connection = connection
    this.#accept = accept
    this.#first = first
  }

  /**
   * Called in the place where the mark stands in the stream, with who wants to know when the feed ends.
   * Returns how to end it; nothing when it is over already, which its generator says.
   */
  take(subscription: Subscription, onOver: (error?: AppError) => void): (() => void) | undefined {
    const feed = this.#feed
    this.#head = headOf(subscription)
    if (!feed.over) writeAll(this.#connection, this.#first, this.#head)
    this.#first = []
    return feed.handOver(this, onOver) ? () => feed.end() : undefined
  }

  deliver(event: T, frames: EventFrames): void {
    const mine = this.#accept(event)
    if (mine === undefined) return
    const own = mine === event ? frames : new EventFrames(mine)
    const frame = own.frameFor(this.#head)
    if (own.leisurely) this.#connection.writeSoon(frame)
    else this.#connection.write(frame)
  }
}

/** In one write. */
function writeAll(connection: Connection, events: EventFrames[], head: string): void {
  const frames = events.map((event) => event.frameFor(head))
  const [frame] = frames
  if (frame) connection.write(frames.length > 1 ? Buffer.concat(frames) : frame)
}

/**
 * Of JSON, in characters of up to three bytes: what is longer goes event by event, with patience for who reads slowly.
 */
const longestFirst = 128 * 1024

function isShort(events: EventFrames[]): boolean {
  let left = longestFirst
  return events.every(({ length }) => (left -= length) >= 0)
}

/** What a subscription begins with; those who begin with the same may share its frames. */
export type Begin<T extends object> = () => EventFrames<T>[] | Promise<EventFrames<T>[]>

/**
 * What a subscription begins with, and then what the feed brings: by hand-over where there is a socket, else event by
 * event.
 */
export async function* live<T extends object>(feed: Feed<T>, accept: Accept<T>, begin: Begin<T>): AsyncGenerator<T> {
  yield* opening(feed, accept, begin)
  if (feed.taken) return
  for await (const event of feed.read()) {
    const mine = accept(event)
    if (mine !== undefined) yield mine
  }
}

/** A generator holds its variables for as long as it lives; this one is over when the rest, which may take days, begins. */
async function* opening<T extends object>(feed: Feed<T>, accept: Accept<T>, begin: Begin<T>): AsyncGenerator<T> {
  const { connection } = feed.owner
  const first = await begin()
  // Who was removed while it was read does not get it.
  feed.check()
  const handed = connection !== null && isShort(first)
  for (const { event } of handed ? [] : first) {
    await connection?.drained()
    // A slow socket may take it for minutes: who was removed meanwhile gets no more of it.
    feed.check()
    yield event
  }
  if (!connection) return
  const next = await connection.turn()
  try {
    yield new HandOver(feed, connection, accept, handed ? first : []) as never
  } finally {
    next()
  }
}
