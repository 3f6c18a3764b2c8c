import type { Logger } from 'pino'

const everyMs = 500
const tasks = new Set<() => void>()
let timer: NodeJS.Timeout | undefined

/**
 * Does `task` twice a second; returns how to stop. Whatever a process does so, it does in one and the same moment: to
 * be woken costs it more than most of this does.
 */
export function onBeat(task: () => void): () => void {
  tasks.add(task)
  timer ??= setInterval(() => tasks.forEach((run) => run()), everyMs).unref()
  return () => {
    tasks.delete(task)
    if (tasks.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Something that is done twice a second, for as long as the process serves. */
export interface Heartbeat {
  /** Waits for what is being done, and does it no more. */
  close(): Promise<void>
}

/** Does `beat` twice a second, one after the other. While it fails, `complaint` is logged once. */
export function startHeartbeat(log: Logger, complaint: string, beat: () => Promise<void>): Heartbeat {
  let failing = false
  let beating: Promise<void> | undefined

  async function beatOnce(): Promise<void> {
    try {
      await beat()
      failing = false
    } catch (error) {
      if (!failing) log.warn({ err: error }, complaint)
      failing = true
    } finally {
      beating = undefined
    }
  }

  const stop = onBeat(() => void (beating ??= beatOnce()))
  return {
    async close() {
      stop()
      await beating
    },
  }
}
