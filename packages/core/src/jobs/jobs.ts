import type { Db, Tx } from '@parley/db/database'
import type { Logger } from 'pino'
import PgBoss from 'pg-boss'
import { runStatement } from './queries.js'

/** What is left to do, each by the id of a row that says the rest: a queue holds no text and no secret. */
export type JobName = 'mail-code' | 'mail-reset' | 'mail-email-change' | 'mail-email-changed' | 'link-preview'

/** Does a job; when it fails it is called again later, so it must bear that. */
export type JobHandler = (id: string) => Promise<void>

/** Work that outlives the call that asked for it. */
export interface Jobs {
  /** From now on jobs can be left, and are done here. */
  start(): Promise<void>
  /** Leaves a job, to be done once `tx` is committed and never if it is not. */
  leave(tx: Tx, name: JobName, id: string): Promise<void>
  /** Many of a kind, in one statement. */
  leaveAll(tx: Tx, name: JobName, ids: string[]): Promise<void>
  /** Waits for what is being done. */
  close(): Promise<void>
}

/** Tries in all; the waits between them double from two seconds. */
const retries = { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 }

/** Only those kinds of jobs that this server leaves. */
export type JobHandlers = Partial<Record<JobName, JobHandler>>

/** How often a queue is looked into: for what failed, and for what another process left. */
const lookSeconds = 4
/** What is left here is looked for after so long: its transaction is usually committed by then. */
const soonMs = 100

/** What waits for other people's servers is done side by side. */
const together: Partial<Record<JobName, number>> = { 'link-preview': 10 }

export function createJobs(parts: { db: Db; log: Logger; handlers: JobHandlers }): Jobs {
  const { db, log, handlers } = parts
  const executeOn = (on: Db | Tx) => ({
    executeSql: async (text: string, values?: unknown[]) => ({ rows: (await runStatement(on, text, values)).rows }),
  })
  let running: PgBoss | undefined
  /** Looks into a queue before its time. */
  const soon = new Map<JobName, () => void>()

  async function work(boss: PgBoss, name: JobName, handle: JobHandler): Promise<void> {
    await boss.createQueue(name, { name, ...retries })
    const options = { pollingIntervalSeconds: lookSeconds, batchSize: together[name] ?? 1 }
    let worker = ''
    const look = () => boss.notifyWorker(worker)
    worker = await boss.work<{ id: string }>(name, options, async (jobs) => {
      // There may be more: after these it looks again at once, until there is nothing.
      look()
      const done = jobs.map(({ data }) =>
        handle(data.id).catch((error: unknown) => {
          log.warn({ err: error, event: name, id: data.id }, 'a job failed; it is tried again later')
          throw error
        }),
      )
      // All of them are waited for, also when one has failed.
      await Promise.allSettled(done)
      await Promise.all(done)
    })
    soon.set(name, later(look))
  }

  return {
    async start() {
      const boss = new PgBoss({ db: executeOn(db), schedule: false })
      boss.on('error', (error) => log.warn({ err: error }, 'the job queue failed'))
      await boss.start()
      for (const [name, handle] of Object.entries(handlers)) await work(boss, name as JobName, handle)
      running = boss
    },
    async leave(tx, name, id) {
      if (!running) throw new Error('The job queue was not started.')
      await running.send(name, { id }, { db: executeOn(tx) })
      soon.get(name)?.()
    },
    async leaveAll(tx, name, ids) {
      if (!running) throw new Error('The job queue was not started.')
      await running.insert(
        ids.map((id) => ({ name, data: { id } })),
        { db: executeOn(tx) },
      )
      soon.get(name)?.()
    },
    close: async () => running?.stop({ graceful: true, wait: true, timeout: 5_000 }),
  }
}

/** Calls `look` some time after each call, and once for all that come meanwhile. */
function later(look: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let again = false
  const run = () => {
    timer = again ? setTimeout(run, soonMs).unref() : undefined
    again = false
    look()
  }
  return () => {
    again = timer !== undefined
    timer ??= setTimeout(run, soonMs).unref()
  }
}
