import { onBeat } from '@parley/core/heartbeat'
import type { WebSocket } from 'ws'

/** Who has said nothing for so long is asked whether they are there. */
const quietMs = 30_000
/** Who says nothing for so long after that is gone. */
const answerMs = 10_000

/** Finds out which sockets have nobody at their other end. */
export interface Pings {
  /** Watches the socket until it closes; returns how to say that something came. */
  watch(socket: WebSocket): () => void
  close(): void
}

/**
 * Asks as tRPC's adapter does, and its clients answer. The adapter has a timer for each socket, and a thousand who say
 * nothing wake the process thirty times a second; here whoever is due is asked together, nobody else is looked at.
 */
export function createPings(): Pings {
  /** When something came last, the longest ago first. */
  const heard = new Map<WebSocket, number>()
  const asked = new Map<WebSocket, number>()

  function look(): void {
    const now = performance.now()
    for (const [socket, askedAt] of asked) {
      if (now - askedAt < answerMs) break
      socket.terminate()
    }
    for (const [socket, heardAt] of heard) {
      if (now - heardAt < quietMs) break
      heard.delete(socket)
      asked.set(socket, now)
      socket.send('PING')
    }
  }

  function forget(socket: WebSocket): void {
    heard.delete(socket)
    asked.delete(socket)
  }

  return {
    watch(socket) {
      const hear = () => {
        forget(socket)
        heard.set(socket, performance.now())
      }
      hear()
      socket.once('close', () => forget(socket))
      return hear
    },
    close: onBeat(look),
  }
}
