import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { Connection } from '@parley/core/realtime/connection'
import type { WebSocket } from 'ws'

/** A backlog waits while more than this is still to be sent. */
const patientBytes = 256 * 1024
/** Who has more than this waiting has stopped reading. */
const cutBytes = 1024 * 1024
/** How long a frame that is in no hurry waits for another to leave with. */
const soonMs = 100

/** When sockets write what they hold back; one immediate and one timer for all of them, instead of a thousand each. */
export interface Turns {
  /** At the end of this turn of the event loop. */
  end(flush: () => void): void
  /** After 100 ms. */
  soon(flush: () => void): void
}

export const createTurns = (): Turns => ({
  end: together((run) => setImmediate(run)),
  soon: together((run) => setTimeout(run, soonMs)),
})

function together(schedule: (run: () => void) => void): (task: () => void) => void {
  let waiting: (() => void)[] = []
  const run = () => {
    const ready = waiting
    waiting = []
    for (const task of ready) task()
  }
  return (task) => {
    if (waiting.push(task) === 1) schedule(run)
  }
}

interface LiveConnection extends Connection {
  /** Holds back what is written until the end of this turn of the event loop. */
  cork(): void
}

/**
 * The way from the hub to one socket. Ready frames go straight to the TCP socket beneath ws, which holds none back: there
 * is no compression, so whatever ws itself sends stands in the same stream in its order. All that is written in one turn
 * of the event loop leaves in one system call.
 */
export function liveConnection(id: string, socket: WebSocket, raw: Duplex, turns: Turns): LiveConnection {
  /** What leaves at the end of the turn, unless the stream is corked and holds it. */
  const held: Buffer[] = []
  let soon: Buffer[] = []
  let corked = false
  let ending = false

  function write(frame: Buffer): void {
    if (socket.readyState !== socket.OPEN) return
    endTurn()
    held.push(frame)
  }

  function endTurn(): void {
    if (ending) return
    ending = true
    turns.end(flush)
    writeWaiting()
  }

  /** Before what comes later, so that the order stays. */
  function writeWaiting(): void {
    if (soon.length === 0) return
    const frames = soon
    soon = []
    for (const frame of frames) write(frame)
  }

  /** Hands what is held to the stream, so that what ws is about to write comes after it. */
  function cork(): void {
    endTurn()
    if (!corked) raw.cork()
    corked = true
    pass()
  }

  function pass(): void {
    if (socket.readyState === socket.OPEN) for (const frame of held) raw.write(frame)
    held.length = 0
  }

  /** A single frame, which is the rule, goes past the stream's own queue. */
  function flush(): void {
    if (held.length > 1) cork()
    pass()
    if (corked) raw.uncork()
    corked = ending = false
    if (raw.writableLength > cutBytes) socket.terminate()
  }

  return {
    id,
    cork,
    write,
    writeSoon(frame) {
      // Something leaves in this very turn anyway.
      if (ending) return write(frame)
      soon.push(frame)
      if (soon.length === 1) turns.soon(writeWaiting)
    },
    async drained() {
      while (raw.writableLength > patientBytes && socket.readyState === socket.OPEN) {
        const gone = new AbortController()
        const { signal } = gone
        await Promise.race([once(raw, 'drain', { signal }), once(socket, 'close', { signal })])
        gone.abort()
      }
    },
    cut: () => socket.terminate(),
  }
}
