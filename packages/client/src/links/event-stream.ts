import { createEventParser, type StreamEvent } from './event-parser.js'

export interface EventStreamInit {
  headers?: Record<string, string>
  credentials?: RequestCredentials
  fetch?: typeof fetch | undefined
}

/** A server answers at once; a proxy that lets nothing through until the stream ends never does. */
const openingMs = 10_000

/**
 * An `EventSource` over `fetch`, for tRPC's `httpSubscriptionLink`. Node 20 has none; the browsers' own sends no
 * headers, says nothing of what went wrong, and comes back by itself every few seconds, all clients of a restarted
 * server at once. This one ends at the first failure and leaves coming back to the link above it.
 */
export class EventStream extends EventTarget {
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSED = 2
  readyState: 0 | 1 | 2 = this.CONNECTING
  readonly #leaving = new AbortController()

  constructor(url: string, init: EventStreamInit = {}) {
    super()
    const opening = setTimeout(() => this.#leaving.abort(), openingMs)
    const opened = () => {
      clearTimeout(opening)
      if (this.readyState === this.CONNECTING) this.readyState = this.OPEN
    }
    this.#read(url, init, opened)
      .catch(() => null)
      .finally(() => {
        clearTimeout(opening)
        const closed = this.readyState === this.CLOSED
        this.readyState = this.CLOSED
        if (!closed) this.dispatchEvent(new Event('error'))
      })
  }

  close(): void {
    this.readyState = this.CLOSED
    this.#leaving.abort()
  }

  async #read(
    url: string,
    { headers, credentials = 'same-origin', fetch = globalThis.fetch }: EventStreamInit,
    opened: () => void,
  ) {
    const { signal } = this.#leaving
    const response = await fetch(url, {
      headers: { ...headers, accept: 'text/event-stream' },
      credentials,
      cache: 'no-store',
      signal,
    })
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
    if (!response.ok || !isStream || !response.body) return response.body?.cancel()
    const parse = createEventParser()
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      opened()
      for (const event of parse(value)) this.#tell(event)
    }
  }

  #tell({ type, data, lastEventId }: StreamEvent) {
    if (this.readyState !== this.CLOSED) this.dispatchEvent(new MessageEvent(type, { data, lastEventId }))
  }
}
