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
/** Frames of up to so many bytes leave as one buffer: for a system call with two, node needs three times as long as with one. */
const joinedBytes = 256 * 1024
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
  /** Several frames as one. Who holds the same as the one before, as all in a room do, shares its bytes. */
  join(frames: Buffer[]): Buffer
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
    join: createJoin(),
  }
}

function createJoin(): (frames: Buffer[]) => Buffer {
  let last: Buffer[] = []
  let joined = Buffer.alloc(0)
  return (frames) => {
    const same = frames.length === last.length && frames.every((frame, at) => frame === last[at])
    if (!same) {
      joined = Buffer.concat(frames)
      last = [...frames]
    }
    return joined
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
  /** Hands what is held to the stream, before ws itself writes the last word. */
  pass(): void
}

/**
 * The way to one socket, of the hub and of all that answers calls. Ready frames go straight to the TCP socket beneath ws, which
 * holds none back: there is no compression. What is written in one turn of
 * the event loop leaves in one system call; but the first frame of a turn leaves at once where the last turn brought no
 * second one, since to come back to a thousand sockets at the end of a turn costs as much as to go through them.
 */
export function liveConnection(id: string, socket: WebSocket, raw: Duplex, turns: Turns): LiveConnection {
  /** What leaves at the end of the turn. */
  const held: Buffer[] = []
  let heldBytes = 0
  let soon: Buffer[] = []
  let ending = false
  /** Whether frames come several in a turn, as far as the last one tells; those of the first are several answers. */
  let several = true
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
    // Only what the stream has is counted against who does not read.
    if (heldBytes > joinedBytes) pass()
  }

  function leavesAtOnce(): boolean {
    const turn = turns.current()
    if (several || ending || left === turn) return false
    left = turn
    return true
  }

  function writeAtOnce(frame: Buffer): void {
    if (soon.length > 0) {
      const frames = [...soon, frame]
      soon = []
      leave(frames)
    } else raw.write(frame)
    cutUnread()
  }

  function leave(frames: Buffer[]): void {
    const [only] = frames
    if (frames.length === 1 && only) raw.write(only)
    else if (frames.reduce((sum, { length }) => sum + length, 0) <= joinedBytes) raw.write(turns.join(frames))
    else {
      raw.cork()
      for (const frame of frames) raw.write(frame)
      raw.uncork()
    }
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

  function pass(): void {
    if (held.length > 0 && socket.readyState === socket.OPEN) leave(held)
    held.length = heldBytes = 0
  }

  function flush(): void {
    several ||= held.length > 1
    pass()
    ending = false
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
    pass,
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
