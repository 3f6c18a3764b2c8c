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

/** What goes on while a batch is written. */
export interface Meanwhile {
  /** Tells what the batch before has written; again, it does nothing. */
  tellLast: Tell
  /** How many jobs that was. */
  last: number
  /** Says that the batch has its rooms: from now on it takes its time, and nothing holds it up. One statement cannot say. */
  begun(): void
}

/** Where one batch follows the other. */
interface Lane<J> {
  /** The rooms of the batch that is being written. */
  writing: ReadonlySet<string>
  /** Those of the batch before, until it is told. */
  untold: ReadonlySet<string>
  /** Its batch waits: for a room that another process holds, for a connection, or for a disk. */
  heldUp: boolean
  /** What came for its rooms since then. */
  behind: JobOf<J>[]
}

const laneCount = 4
/** Long beside what locking takes, short beside what somebody notices. */
const heldUpMs = 100
const maxBatch = 256
/** Some three seconds of work; who waits longer is better told so. The same behind each lane that is held up. */
const maxQueued = 10_000

/**
 * One lane does it all, since a batch costs the same round trips whatever is in it. Another opens only while
 * those that are open are held up, and ends when one of them moves again. A room is in one lane at a time.
 *
 * `write` returns how to tell what it has written, and tells of the batch before while the database is at work, so that
 * neither waits for the other: with a room's messages coming without a pause, this process answers and reads for one
 * batch while PostgreSQL writes the next.
 */
export function createLanes<J>(write: (jobs: JobOf<J>[], meanwhile: Meanwhile) => Promise<Tell>): Lanes<J> {
  let queue: JobOf<J>[] = []
  const lanes = new Map<Lane<J>, Promise<void>>()
  const isAt = ({ writing, untold }: Lane<J>, roomId: string) => writing.has(roomId) || untold.has(roomId)

  function open(): void {
    if (lanes.size === laneCount || [...lanes.keys()].some((lane) => !lane.heldUp)) return
    const lane: Lane<J> = { writing: new Set(), untold: new Set(), heldUp: false, behind: [] }
    lanes.set(lane, drain(lane))
  }

  async function drain(lane: Lane<J>): Promise<void> {
    let last = { count: 0, tell: () => {} }
    for (;;) {
      // A socket hands over one frame in a turn of the event loop: what comes in this one shares the transaction.
      await setImmediate()
      const jobs = take(lane)
      if (jobs.length === 0) break
      last = { count: jobs.length, tell: await writeIn(lane, jobs, last) }
    }
    lanes.delete(lane)
    last.tell()
  }

  async function writeIn(lane: Lane<J>, jobs: JobOf<J>[], last: { count: number; tell: Tell }): Promise<Tell> {
    lane.writing = new Set(jobs.map((job) => job.roomId))
    const waits = setTimeout(() => {
      hold(lane)
      open()
    }, heldUpMs)
    const begun = () => {
      clearTimeout(waits)
      lane.heldUp = false
    }
    let told = false
    const tellLast = () => {
      if (told) return
      told = true
      lane.untold = new Set()
      last.tell()
    }
    try {
      return await write(jobs, { tellLast, last: last.count, begun })
    } catch (error) {
      // Who has been answered already does not notice it.
      for (const job of jobs) job.reject(error)
      return () => {}
    } finally {
      begun()
      tellLast()
      lane.untold = lane.writing
    }
  }

  /** What waits for its rooms, now and from now on, waits behind it. */
  function hold(lane: Lane<J>): void {
    lane.heldUp = true
    const free: JobOf<J>[] = []
    for (const job of queue) (isAt(lane, job.roomId) ? lane.behind : free).push(job)
    queue = free
  }

  /** The first of what waits; nothing when another lane can do it. */
  function take(lane: Lane<J>): JobOf<J>[] {
    queue.unshift(...lane.behind.splice(0))
    const others = [...lanes.keys()].filter((other) => other !== lane)
    return others.every((other) => other.heldUp) ? queue.splice(0, maxBatch) : []
  }

  const findHeldUp = (roomId: string) => [...lanes.keys()].find((lane) => lane.heldUp && isAt(lane, roomId))

  return {
    add(job) {
      const lane = findHeldUp(job.roomId)
      if ((lane?.behind ?? queue).length >= maxQueued)
        return job.reject(new AppError('unavailable', 'Too much is being written at once. Try again.'))
      if (lane) return void lane.behind.push(job)
      queue.push(job)
      open()
    },
    async idle() {
      while (lanes.size > 0) await Promise.all(lanes.values())
    },
  }
}
