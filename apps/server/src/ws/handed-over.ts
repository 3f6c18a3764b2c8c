import type { AppError } from '@parley/core/errors'
import type { Connection } from '@parley/core/realtime/connection'
import { type Subscription, toTextFrame } from '@parley/core/realtime/frames'
import type { HandOver } from '@parley/core/realtime/hand-over'
import type { Gate } from './gate.js'
import { refusalFrame } from './refusal.js'

type Id = number | string

/**
 * The subscriptions of one socket that the hub has taken over. Their generators are over, so the adapter is done with
 * them and holds nothing: how they end, by their client, with an error or with the socket, is said here, in its words.
 */
export interface HandedOver {
  take(mark: HandOver, subscription: Subscription): void
  /** Whether this `stopped` only says that the adapter is done with one of them, which is not for its client. */
  isAdapters(stopped: Id): boolean
  /** Ends those that their client stops; returns what of a frame is left for the adapter. */
  stop(frame: unknown): unknown
  /** The socket is gone. */
  close(): void
}

export function createHandedOver(connection: Connection, gate: Gate, requestId: string): HandedOver {
  const ends = new Map<Id, () => void>()
  const leaving = new Set<Id>()

  function over({ id, jsonrpc }: Subscription, error?: AppError): void {
    ends.delete(id)
    const call = gate.callOf(id)
    if (error && call) connection.write(toTextFrame(refusalFrame(call, error, requestId)))
    else connection.write(toTextFrame(JSON.stringify({ id, jsonrpc, result: stopped })))
    gate.answered({ id, result: stopped })
  }

  function stops(message: unknown): boolean {
    const { id, method } = (message ?? {}) as { id?: Id; method?: unknown }
    const end = method === 'subscription.stop' && id !== undefined && ends.get(id)
    if (end) end()
    return Boolean(end)
  }

  return {
    take(mark, subscription) {
      const end = mark.take(subscription, (error) => over(subscription, error))
      if (!end) return
      ends.set(subscription.id, end)
      leaving.add(subscription.id)
    },
    isAdapters: (id) => leaving.delete(id),
    stop(frame) {
      if (ends.size === 0) return frame
      if (Array.isArray(frame)) return frame.filter((message) => !stops(message))
      return stops(frame) ? [] : frame
    },
    close() {
      for (const end of [...ends.values()]) end()
    },
  }
}

const stopped = { type: 'stopped' }
