import type { Logger } from 'pino'

const everyMs = 500

/** Something that is done twice a second, for as long as the process serves. */
export interface Heartbeat {
  /** Waits for what is being done, and does it no more. */
  close(): Promise<void>
}

/** Does `beat` twice a second, one after the other. While it fails, `complaint` is logged once. */
export function startHeartbeat(log: Logger, complaint: string, beat: () => Promise<void>): Heartbeat {
  let failing = false
  let beating = Promise.resolve()
  let due: NodeJS.Timeout

  async function beatOnce(): Promise<void> {
    try {
      await beat()
      failing = false
    } catch (error) {
      if (!failing) log.warn({ err: error }, complaint)
      failing = true
    }
  }

  function wait(): void {
    due = setTimeout(() => {
      beating = beatOnce().then(wait)
    }, everyMs)
  }
  wait()

  return {
    async close() {
      await beating
      clearTimeout(due)
    },
  }
}
