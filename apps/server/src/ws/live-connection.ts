import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { type Door, isCrowded } from '@parley/core/gathering'
import type { Connection } from '@parley/core/realtime/connection'
import type { WebSocket } from 'ws'

/** A backlog waits while more than this is still to be sent. */
const patientBytes = 256 * 1024
/** Who has more than this waiting has stopped reading. */
const cutBytes = 1024 * 1024
/** How long a frame that is in no hurry waits for another to leave with. */
const soonMs = 100
/** The same while a crowd waits at the door: what concerns everybody who is there comes many times a second then. */
const crowdSoonMs = 1_000

/** When sockets write what they hold back; one immediate and one timer for all of them, instead of a thousand each. */
export interface Turns {
  /** Another one in each turn of the event loop. */
  current(): number
  /** At the end of this turn of the event loop. */
  end(flush: () => void): void
  /** After 100 ms; while a crowd waits at the door, after a second. */
  soon(flush: () => void): void
}

export function createTurns(door: Readonly<Door> = { waiting: 0 }): Turns {
  let turn = 0
  let counted = false
  const endTurn = () => {
    turn++
    counted = false
  }
  return {
    current() {
      if (!counted) setImmediate(endTurn)
      counted = true
      return turn
    },
    end: together((run) => setImmediate(run)),
    soon: together((run) => setTimeout(run, isCrowded(door) ? crowdSoonMs : soonMs)),
  }
}

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
 * is no compression, so whatever ws itself sends stands in the same stream in its order. What is written in one turn of
 * the event loop leaves in one system call; but the first frame of a turn leaves at once where the last turn brought no
 * second one, since to come back to a thousand sockets at the end of a turn costs as much as to go through them.
 */
export function liveConnection(id: string, socket: WebSocket, raw: Duplex, turns: Turns): LiveConnection {
  /** What leaves at the end of the turn, unless the stream is corked and holds it. */
  const held: Buffer[] = []
  let heldBytes = 0
  let soon: Buffer[] = []
  let corked = false
  let ending = false
  /** Whether frames come several in a turn, as far as the last one tells. */
  let several = false
  /** The turn in which a frame left at once. */
  let left = -1
  /** Settles when whoever has the turn passes it on, and all who wait for it already. */
  let last = Promise.resolve()

  function write(frame: Buffer): void {
    if (socket.readyState !== socket.OPEN) return
    if (leavesAtOnce()) return writeAtOnce(frame)
    endTurn()
    held.push(frame)
    heldBytes += frame.length
  }

  function leavesAtOnce(): boolean {
    const turn = turns.current()
    if (several || ending || left === turn) return false
    left = turn
    return true
  }

  function writeAtOnce(frame: Buffer): void {
    if (soon.length > 0) {
      raw.cork()
      for (const waiting of soon) raw.write(waiting)
      soon = []
      raw.write(frame)
      raw.uncork()
    } else raw.write(frame)
    cutUnread()
  }

  function endTurn(): void {
    if (ending) return
    ending = true
    several = left === turns.current()
    turns.end(flush)
    writeWaiting()
  }

  /** Before what comes later, so that the order stays. */
  function writeWaiting(): void {
    if (soon.length === 0) return
    const frames = soon
    soon = []
    if (frames.length > 1) endTurn()
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
    held.length = heldBytes = 0
  }

  /** A single frame, which is the rule, goes past the stream's own queue. */
  function flush(): void {
    several ||= corked || held.length > 1
    if (held.length > 1) cork()
    pass()
    if (corked) raw.uncork()
    corked = ending = false
    cutUnread()
  }

  function cutUnread(): void {
    if (raw.writableLength > cutBytes) socket.terminate()
  }

  async function drained(): Promise<void> {
    while (raw.writableLength + heldBytes > patientBytes && socket.readyState === socket.OPEN) {
      if (heldBytes > 0) {
        await turnOfLoop()
        continue
      }
      const gone = new AbortController()
      const { signal } = gone
      await Promise.race([once(raw, 'drain', { signal }), once(socket, 'close', { signal })])
      gone.abort()
    }
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
    drained,
    async turn() {
      const before = last
      let next = () => {}
      last = new Promise<void>((resolve) => (next = resolve))
      await before
      await drained()
      return next
    },
    cut: () => socket.terminate(),
  }
}
