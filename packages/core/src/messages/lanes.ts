import { AppError } from '../errors.js'

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

export function createLanes<J>(
  run: (jobs: (J & { roomId: string; reject(error: unknown): void })[]) => Promise<void>,
): Lanes<J> {
  type Job = J & { roomId: string; reject(error: unknown): void }
  const lanes = Array.from({ length: laneCount }, () => ({
    queue: [] as Job[],
    running: undefined as Promise<void> | undefined,
  }))

  async function drain(lane: (typeof lanes)[number]): Promise<void> {
    while (lane.queue.length > 0) {
      const jobs = lane.queue.splice(0, maxBatch)
      // Who has been answered already does not notice it.
      await run(jobs).catch((error: unknown) => jobs.forEach((job) => job.reject(error)))
    }
    lane.running = undefined
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
