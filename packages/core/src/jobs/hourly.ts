import type { Logger } from 'pino'

const hourMs = 60 * 60_000

/**
 * Does something each hour, in every process: for work that is the same however often it is done, and by how many. It
 * needs no queue, and so no question to the database each second.
 */
export function createHourly(log: Logger, event: string, work: () => Promise<void>): { close(): Promise<void> } {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = work().catch((error: unknown) => log.warn({ err: error, event }, 'hourly work failed; it is done again'))
  }, hourMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await running
    },
  }
}
