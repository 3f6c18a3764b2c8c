import { toCursor } from '@parley/core/cursor'
import type { Caller } from './caller.js'

export interface Read {
  label: string
  /** How many items it must bring. */
  items: number
  read(): Promise<{ items: unknown[] }>
}

/** What a client reads of a room of so many messages, and of its inbox. */
export function listReads(caller: Caller, roomId: string, messages: number) {
  /** Somewhere near, so that no single page is asked for again and again. */
  const near = (seq: number) => Math.floor(seq + Math.random() * Math.min(1_000, messages / 100))
  const pageBefore = (seq: number) => caller.messages.list({ roomId, limit: 50, cursor: toCursor(['older', seq]) })

  /** As a watcher who comes back. */
  async function catchUp(): Promise<{ items: unknown[] }> {
    const items: unknown[] = []
    const events = await caller.messages.watch({ roomId, lastEventId: String(messages - 1_000) })
    for await (const [, event] of events as AsyncIterable<[string, { type: string }]>) {
      if (event.type === 'ready') return { items }
      items.push(event)
    }
    throw new Error('The watching ended by itself.')
  }

  return {
    head: { label: 'page of 50 at the head', items: 50, read: () => caller.messages.list({ roomId, limit: 50 }) },
    middle: { label: 'page of 50 in the middle', items: 50, read: () => pageBefore(near(messages / 2)) },
    start: { label: 'page of 50 at the start', items: 50, read: () => pageBefore(near(51)) },
    around: {
      label: '50 around a message',
      items: 50,
      read: () => caller.messages.list({ roomId, limit: 50, aroundSeq: near(messages / 3) }),
    },
    catchUp: { label: 'catch-up of 1,000 changes', items: 1_000, read: catchUp },
    inbox: { label: 'inbox, its first 100 rooms', items: 100, read: () => caller.rooms.list({ limit: 100 }) },
  } satisfies Record<string, Read>
}
