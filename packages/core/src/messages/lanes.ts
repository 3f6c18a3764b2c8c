import { setImmediate } from 'node:timers/promises'
import { AppError } from '../errors.js'

/** Tells what a batch has written. */
export type Tell = () => void

/** Work in lanes: everything of one room in one lane, one batch of a lane at a time. */
export interface Lanes<J> {
  /** Refuses with `unavailable` what comes to a full lane. */
  add(job: J & { roomId: string; reject(error: unknown): void }): void
  idle(): Promise<void>
}

/**
 * While one lane waits for the database, this process works for the other, and a room that another node holds stops half
 * of the rooms. More lanes are slower: their batches are smaller, and each costs the same five round trips.
 */
const laneCount = 2
const maxBatch = 256
/** Some three seconds of work; who waits longer is better told so. */
const maxQueued = 10_000

/**
 * `write` returns how to tell what it has written. It is given how to tell of the batch before, and calls that while
 * the database is at work, so that neither waits for the other: with a room's messages coming without a pause, this
 * process answers and reads for one batch while PostgreSQL writes the next.
 */
export function createLanes<J>(
  write: (jobs: (J & { roomId: string; reject(error: unknown): void })[], tellLast: Tell) => Promise<Tell>,
): Lanes<J> {
  type Job = J & { roomId: string; reject(error: unknown): void }
  const lanes = Array.from({ length: laneCount }, () => ({
    queue: [] as Job[],
    running: undefined as Promise<void> | undefined,
  }))

  async function drain(lane: (typeof lanes)[number]): Promise<void> {
    let tell: Tell = () => {}
    while (lane.queue.length > 0) {
      // A socket hands over one frame in a turn of the event loop: what comes in this one shares the transaction.
      await setImmediate()
      const jobs = lane.queue.splice(0, maxBatch)
      tell = await write(jobs, tell).catch((error: unknown) => {
        // Who has been answered already does not notice it.
        for (const job of jobs) job.reject(error)
        return () => {}
      })
    }
    lane.running = undefined
    tell()
  }

  return {
    add(job) {
      const lane = lanes[hash(job.roomId) % laneCount]
      if (!lane || lane.queue.length >= maxQueued) {
        job.reject(new AppError('unavailable', 'Too much is being written at once. Try again.'))
        return
      }
      lane.queue.push(job)
      lane.running ??= drain(lane)
    },
    idle: async () => void (await Promise.all(lanes.flatMap((lane) => lane.running ?? []))),
  }
}

/** FNV-1a: spreads ids whose first half is the time. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}
