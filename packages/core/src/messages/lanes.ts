import { setImmediate } from 'node:timers/promises'
import { AppError } from '../errors.js'

/** Tells what a batch has written. */
export type Tell = () => void

type JobOf<J> = J & { roomId: string; reject(error: unknown): void }

/** Work in batches, each after the one before; what is held up lets the other rooms pass. */
export interface Lanes<J> {
  /** Refuses with `unavailable` what comes to a full queue. */
  add(job: JobOf<J>): void
  idle(): Promise<void>
}

/** Where one batch follows the other. */
interface Lane {
  /** The rooms of the batch that is being written. */
  writing: ReadonlySet<string>
  /** Those of the batch before, until it is told. */
  untold: ReadonlySet<string>
  /** Its batch waits: for a room that another process holds, or for a connection. */
  heldUp: boolean
}

const laneCount = 4
/** Long beside what a batch takes, short beside what somebody notices. */
const heldUpMs = 100
const maxBatch = 256
/** Some three seconds of work; who waits longer is better told so. */
const maxQueued = 10_000

/**
 * One lane does it all, since a batch costs the same five round trips whatever is in it. Another opens only while
 * those that are open are held up, and ends when one of them moves again. A room is in one lane at a time.
 *
 * `write` returns how to tell what it has written. It is given how to tell of the batch before, and calls that while
 * the database is at work, so that neither waits for the other: with a room's messages coming without a pause, this
 * process answers and reads for one batch while PostgreSQL writes the next.
 */
export function createLanes<J>(write: (jobs: JobOf<J>[], tellLast: Tell) => Promise<Tell>): Lanes<J> {
  let queue: JobOf<J>[] = []
  const lanes = new Map<Lane, Promise<void>>()
  const othersThan = (lane: Lane) => [...lanes.keys()].filter((other) => other !== lane)

  function open(): void {
    if (lanes.size === laneCount || [...lanes.keys()].some((lane) => !lane.heldUp)) return
    const lane: Lane = { writing: new Set(), untold: new Set(), heldUp: false }
    lanes.set(lane, drain(lane))
  }

  async function drain(lane: Lane): Promise<void> {
    let tell: Tell = () => {}
    for (;;) {
      // A socket hands over one frame in a turn of the event loop: what comes in this one shares the transaction.
      await setImmediate()
      const jobs = take(lane)
      if (jobs.length === 0) break
      tell = await writeIn(lane, jobs, tell)
    }
    lanes.delete(lane)
    tell()
  }

  async function writeIn(lane: Lane, jobs: JobOf<J>[], tellLast: Tell): Promise<Tell> {
    lane.writing = new Set(jobs.map((job) => job.roomId))
    const waits = setTimeout(() => {
      lane.heldUp = true
      open()
    }, heldUpMs)
    const toldLast = () => {
      lane.untold = new Set()
      tellLast()
    }
    try {
      return await write(jobs, toldLast)
    } catch (error) {
      // Who has been answered already does not notice it.
      for (const job of jobs) job.reject(error)
      return () => {}
    } finally {
      clearTimeout(waits)
      lane.heldUp = false
      lane.untold = lane.writing
    }
  }

  /** The first of what waits, but for rooms that another lane is at; nothing when another can do it. */
  function take(lane: Lane): JobOf<J>[] {
    const others = othersThan(lane)
    if (others.length === 0) return queue.splice(0, maxBatch)
    if (others.some((other) => !other.heldUp)) return []
    const [jobs, left]: [JobOf<J>[], JobOf<J>[]] = [[], []]
    for (const job of queue) {
      const isElsewhere = others.some(({ writing, untold }) => writing.has(job.roomId) || untold.has(job.roomId))
      if (isElsewhere || jobs.length === maxBatch) left.push(job)
      else jobs.push(job)
    }
    queue = left
    return jobs
  }

  return {
    add(job) {
      if (queue.length >= maxQueued)
        return job.reject(new AppError('unavailable', 'Too much is being written at once. Try again.'))
      queue.push(job)
      open()
    },
    async idle() {
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
  }
}
