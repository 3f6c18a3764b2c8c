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
/** Frames of up to so many bytes leave as one buffer: with two in a system call node needs three times as long. */
const joinedBytes = 256 * 1024
/** How long a frame that is in no hurry waits for another to leave with. */
const soonMs = 100
/** The same while a crowd waits at the door: what concerns everybody who is there comes many times a second then. */
const crowdSoonMs = 1_000

/** When sockets write what they hold back; one immediate and one timer for all of them, instead of a thousand each. */
export interface Turns {
  /** Another one in each turn of the event loop. */
  current(): number
  /** Flushes it at the end of this turn of the event loop. */
  end(connection: LiveConnection): void
  /** Writes what waits there after 100 ms; while a crowd waits at the door, after a second. */
  soon(connection: LiveConnection): void
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
    end: together(
      (run) => setImmediate(run),
      (connection) => connection.flush(),
    ),
    soon: together(
      (run) => setTimeout(run, isCrowded(door) ? crowdSoonMs : soonMs),
      (connection) => connection.writeWaiting(),
    ),
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

/** For all that wait, `task` is done in one go. */
function together(
  schedule: (run: () => void) => void,
  task: (connection: LiveConnection) => void,
): (connection: LiveConnection) => void {
  let waiting: LiveConnection[] = []
  const run = () => {
    const ready = waiting
    waiting = []
    ready.forEach(task)
  }
  return (connection) => {
    if (waiting.push(connection) === 1) schedule(run)
  }
}

/**
 * The way to one socket, of the hub and of all that answers calls. Ready frames go straight to the TCP socket beneath
 * ws, which holds none back: there is no compression. What is written in one turn of the event loop leaves in one
 * system call; but the first frame of a turn leaves at once where the last turn brought no second one, since to come
 * back to a thousand sockets at the end of a turn costs as much as to go through them.
 */
export class LiveConnection implements Connection {
  readonly #socket: WebSocket
  readonly #raw: Duplex
  readonly #turns: Turns
  /** Whether frames come several in a turn, as far as the last one tells; those of the first are several answers. */
  #several = true
  #ending = false
  /** The turn in which a frame left at once. */
  #left = -1
  #soon: Buffer[] = []
  /** What leaves at the end of the turn. */
  readonly #held: Buffer[] = []
  #heldBytes = 0
  /** Settles when whoever has the turn passes it on, and all who wait for it already. */
  #last: Promise<void> = nobody
  readonly id: string

  constructor(id: string, socket: WebSocket, raw: Duplex, turns: Turns) {
    this.id = id
    this.#socket = socket
    this.#raw = raw
    this.#turns = turns
  }

  write(frame: Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#leavesAtOnce()) return this.#writeAtOnce(frame)
    this.#endTurn()
    this.#held.push(frame)
    this.#heldBytes += frame.length
    // Only what the stream has is counted against who does not read.
    if (this.#heldBytes > joinedBytes) this.pass()
  }

  writeSoon(frame: Buffer): void {
    // Something leaves in this very turn anyway.
    if (this.#ending) return this.write(frame)
    this.#soon.push(frame)
    if (this.#soon.length === 1) this.#turns.soon(this)
  }

  #leavesAtOnce(): boolean {
    const turn = this.#turns.current()
    if (this.#several || this.#ending || this.#left === turn) return false
    this.#left = turn
    return true
  }

  #writeAtOnce(frame: Buffer): void {
    if (this.#soon.length > 0) {
      const frames = [...this.#soon, frame]
      this.#soon = []
      this.#leave(frames)
    } else this.#raw.write(frame)
    this.#cutUnread()
  }

  #leave(frames: Buffer[]): void {
    const [only] = frames
    if (frames.length === 1 && only) this.#raw.write(only)
    else if (frames.reduce((sum, { length }) => sum + length, 0) <= joinedBytes)
      this.#raw.write(this.#turns.join(frames))
    else {
      this.#raw.cork()
      for (const frame of frames) this.#raw.write(frame)
      this.#raw.uncork()
    }
  }

  #endTurn(): void {
    if (this.#ending) return
    this.#ending = true
    this.#several = this.#left === this.#turns.current()
    this.#turns.end(this)
    this.writeWaiting()
  }

  /** What is in no hurry, now: before what comes later, so that the order stays. */
  writeWaiting(): void {
    if (this.#soon.length === 0) return
    const frames = this.#soon
    this.#soon = []
    if (frames.length > 1) this.#endTurn()
    for (const frame of frames) this.write(frame)
  }

  /** Hands what is held to the stream: for the turn's end, and before ws itself writes the last word. */
  pass(): void {
    if (this.#held.length > 0 && this.#socket.readyState === this.#socket.OPEN) this.#leave(this.#held)
    this.#held.length = this.#heldBytes = 0
  }

  /** The turn ends. */
  flush(): void {
    this.#several ||= this.#held.length > 1
    this.pass()
    this.#ending = false
    this.#cutUnread()
  }

  #cutUnread(): void {
    if (this.#raw.writableLength > cutBytes) this.#socket.terminate()
  }

  async drained(): Promise<void> {
    while (this.#raw.writableLength + this.#heldBytes > patientBytes && this.#socket.readyState === this.#socket.OPEN) {
      if (this.#heldBytes > 0) {
        await turnOfLoop()
        continue
      }
      const gone = new AbortController()
      const { signal } = gone
      await Promise.race([once(this.#raw, 'drain', { signal }), once(this.#socket, 'close', { signal })])
      gone.abort()
    }
  }

  async turn(): Promise<() => void> {
    const before = this.#last
    let next = () => {}
    this.#last = new Promise<void>((resolve) => (next = resolve))
    await before
    await this.drained()
    return next
  }

  cut(): void {
    this.#socket.terminate()
  }
}

const nobody = Promise.resolve()
