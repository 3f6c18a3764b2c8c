import { mayPass, toProblem } from './problem.js'

const firstDelayMs = 1_000
const maxDelayMs = 5_000

/** Milliseconds before retry `attempt` (from 0): 1 s doubling to 5 s with full jitter, so that a restarted server is not stampeded. */
export function retryDelay(attempt: number): number {
  return Math.random() * Math.min(firstDelayMs * 2 ** attempt, maxDelayMs)
}

export interface Alarm {
  /** Resolves after `ms`, or as soon as somebody wakes the sleepers or the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  wake: () => void
}

export function createAlarm(): Alarm {
  const sleepers = new Set<() => void>()
  return {
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          sleepers.delete(done)
          signal?.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, ms)
        sleepers.add(done)
        signal?.addEventListener('abort', done)
        if (signal?.aborted) done()
      }),
    wake() {
      for (const done of sleepers) done()
    },
  }
}

/** Repeats `call` while it fails for reasons that pass, for as long as `wanted`; then throws what it last failed with. */
export async function keepTrying<T>(alarm: Alarm, call: () => Promise<T>, wanted = () => true): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (!mayPass(toProblem(error), attempt)) throw error
      await alarm.sleep(retryDelay(attempt))
      if (!wanted()) throw error
    }
  }
}
