import type { Message, Sent } from '@parley/contract/messages'
import type { Db, Tx } from '@parley/db/database'
import type { Asked } from '@parley/db/statement'
import { isConnectionError } from '@parley/db/errors'
import type { Clock } from '../clock.js'
import { AppError } from '../errors.js'
import { noSuchRoom } from '../rooms/access.js'
import type { Departures } from '../rooms/departures.js'
import { createLanes, type Meanwhile, type Tell } from './lanes.js'
import type { ListOnline } from './mentions.js'
import type { LeavePreviews } from './previews.js'
import { lockRooms, readSenders, type RoomCounters, saveCounters, type SenderRow } from './queries-send.js'
import { createRateWindow, type MessageRate } from './rate.js'
import { type Send, type SendRules, writeSends } from './send-batch.js'
import { arePlain, writePlain } from './send-plain.js'
import { createTelling, type TellingParts } from './telling.js'

/** A room whose row this transaction holds; work takes its next numbers from it, and the writer saves them. */
export type LockedRoom = RoomCounters

/** What a piece of work answers, and the messages it changed as they now are, in ascending version. */
export interface Written<T> {
  result: T
  changed?: Message[]
  /** Runs right after the commit and the publishing, before anything that changed the room later is published. */
  onCommit?: () => void
}

/** The only way to change a room or what is said in it. */
export interface Writer {
  send(send: Send): Promise<Sent>
  /**
   * Runs `work` under the room's row lock; its checks are under it too, since one made before would be older than what
   * it guards. It must check before it writes: what it throws refuses this work alone, not what shares its transaction.
   */
  write<T>(roomId: string, work: (tx: Tx, room: LockedRoom) => Promise<Written<T>>): Promise<T>
  /** Settles when nothing is being written. */
  idle(): Promise<void>
}

type Job = { roomId: string; reject(error: unknown): void } & (
  | { send: Send; resolve(sent: Sent): void }
  | { send?: undefined; work(tx: Tx, room: LockedRoom): Promise<Written<unknown>>; resolve(result: never): void }
)

export interface WriterParts extends TellingParts {
  db: Db
  departures: Departures
  clock: Clock
  rate: MessageRate | null
  listOnline: ListOnline
  leavePreviews: LeavePreviews
}

/** To tell of so few takes no longer than to read who sends next, and of more, no longer than to write what they say. */
const few = 64
/** How long who has sent may wait for who sends next. */
const patienceMs = 5

/**
 * Group commit: what arrives while a transaction is in flight shares the next one, so that a busy room pays one lock
 * and one flush to disk for many messages. One transaction at a time in each lane, and what it wrote is told before the
 * next one's, so that the order of publishing is the order of committing.
 */
export function createWriter(parts: WriterParts): Writer {
  const { db, hub, departures, clock, log, rate, listOnline, leavePreviews } = parts
  const rules: SendRules = { clock, rate, window: createRateWindow(rate, clock), listOnline, leavePreviews }
  const telling = createTelling(parts)
  const lanes = createLanes<Job>(run)

  /** Sends are told of while the next ones are written; everything else at once, and before anything after it begins. */
  async function run(jobs: Job[], meanwhile: Meanwhile): Promise<Tell> {
    const sends = jobs.flatMap((job) => (job.send ? [job] : []))
    const onlySends = sends.length === jobs.length
    if (!onlySends) meanwhile.tellLast()
    // Unless the next ones have to wait: for a room that another process holds, or for a connection.
    const late = setTimeout(meanwhile.tellLast, patienceMs)
    const plain = onlySends && arePlain(sends.map(toSend), rules)
    const written = await (plain ? tryPlain(sends, meanwhile) : tryAll(jobs, meanwhile))
    clearTimeout(late)
    meanwhile.tellLast()
    if (!('error' in written)) {
      if (onlySends) return written.tell
      written.tell()
    } else await runEach(written.jobs, written.error)
    return () => {}
  }

  /** A batch that the database refuses is run again one by one, so that one poisonous job fails alone. */
  async function runEach(jobs: Job[], error: unknown): Promise<void> {
    const [job] = jobs
    if (job && jobs.length === 1) return runAlone(job, error)
    log.warn({ err: error, jobs: jobs.length }, 'a batch was refused; running it one by one')
    for (const one of jobs) (await run([one], nothing))()
    if (isConnectionError(error)) for (const roomId of new Set(jobs.map(({ roomId: id }) => id))) hub.recheck(roomId)
  }

  /** By one statement; what it leaves is looked at closely, after what it wrote was told. */
  async function tryPlain(jobs: SendJob[], meanwhile: Meanwhile): Promise<Tried> {
    const written = await writePlain(db, jobs.map(toSend), rules, meanwhile.tellLast).catch(toFailure)
    if ('error' in written) return { error: written.error, jobs }
    // It is committed: who cannot be told for want of an answer is told later, and whoever sent is answered.
    const unsettled = await departures.settle(db, [...written.rooms.values()]).then(() => undefined, toFailure)
    const done = jobs.filter((_, at) => written.done.has(at))
    const tell = telling.sends(done, written, written.pointers, written.rooms, unsettled)
    const left = jobs.filter((_, at) => !written.done.has(at))
    if (left.length === 0) return { tell }
    meanwhile.tellLast()
    tell()
    return tryAll(left, meanwhile)
  }

  /** Writes and commits; returns how to tell it, or why it was not written. */
  const tryAll = (jobs: Job[], meanwhile: Meanwhile): Promise<Tried> =>
    db
      .transaction()
      .execute((tx) => writeAll(tx, jobs, meanwhile))
      .then((tells) => Promise.all(tells))
      .then(
        (tells) => ({ tell: () => tells.forEach((tell) => tell()) }),
        (error: unknown) => ({ error, jobs }),
      )

  /**
   * A commit whose outcome is unknown, the connection having broken, is settled by doing it again: every job finds what
   * it did, if it did. What the first try may have written without telling is read again for who watches.
   */
  async function runAlone(job: Job, error: unknown): Promise<void> {
    if (!isConnectionError(error)) return job.reject(error)
    const again = await tryAll([job], nothing)
    if (!('error' in again)) again.tell()
    hub.recheck(job.roomId)
    if (!('error' in again)) return
    const lost = isConnectionError(again.error)
    job.reject(
      lost ? new AppError('unavailable', 'The database does not answer.', { cause: again.error }) : again.error,
    )
  }

  /**
   * What tells of the jobs, in their order. Sends alone take two round trips: what is asked of their rooms and senders
   * goes out together with the transaction's beginning, and what is written together with its commit.
   */
  async function writeAll(tx: Tx, jobs: Job[], meanwhile: Meanwhile): Promise<Promise<Tell>[]> {
    const runs = inRuns(jobs)
    const locking = await lockRooms(tx, [...new Set(jobs.map((job) => job.roomId))])
    const asked = runs[0]?.sends && (await askSenders(tx, runs[0].sends))
    if (meanwhile.last < few) setImmediate(meanwhile.tellLast)
    const locked = await locking.answer
    meanwhile.begun()
    await departures.settle(tx, locked)
    const rooms = new Map(locked.map((room) => [room.id, room]))
    const saved = new Map(locked.map((room) => [room.id, room.version]))
    const tells: Promise<Tell>[] = []
    for (const [at, { sends, work }] of runs.entries()) {
      if (!sends) tells.push(Promise.resolve(await runWork(tx, rooms, work)))
      else {
        const senders = (at === 0 && asked) || (await askSenders(tx, sends))
        tells.push((await runSends(tx, rooms, sends, senders, { saved, tellLast: meanwhile.tellLast })).tell)
      }
    }
    const changed = locked.filter((room) => room.version !== saved.get(room.id))
    if (changed.length > 0) await saveCounters(tx, changed)
    tells.push(Promise.resolve(() => departures.note(locked)))
    return tells
  }

  const askSenders = (tx: Tx, jobs: SendJob[]) => readSenders(tx, jobs.map(toSend))

  /** `saved`: which version of each room is; `tellLast` is done while the messages are written. */
  async function runSends(
    tx: Tx,
    rooms: Map<string, RoomCounters>,
    jobs: SendJob[],
    asked: Asked<SenderRow>,
    { saved, tellLast }: { saved: Map<string, number>; tellLast: Tell },
  ): Promise<{ tell: Promise<Tell> }> {
    const written = await writeSends(tx, rooms, jobs.map(toSend), asked, { rules, meanwhile: tellLast })
    for (const { roomId } of written.changed) saved.set(roomId, rooms.get(roomId)?.version ?? 0)
    const tell = written.pointers.then((pointers) => telling.sends(jobs, written, pointers, rooms))
    tell.catch(() => {})
    return { tell }
  }

  async function runWork(tx: Tx, rooms: Map<string, RoomCounters>, job: WorkJob): Promise<Tell> {
    const room = rooms.get(job.roomId)
    if (!room) return () => job.reject(noSuchRoom())
    try {
      const { result, changed = [], onCommit } = await job.work(tx, room)
      const tell = telling.change(room.id, changed, onCommit)
      return () => {
        tell()
        job.resolve(result as never)
      }
    } catch (error) {
      if (error instanceof AppError) return () => job.reject(error)
      throw error
    }
  }

  return {
    send: (send) => new Promise((resolve, reject) => lanes.add({ roomId: send.roomId, send, resolve, reject })),
    write: <T>(roomId: string, work: (tx: Tx, room: LockedRoom) => Promise<Written<T>>) =>
      new Promise<T>((resolve, reject) => lanes.add({ roomId, work, resolve, reject })),
    idle: lanes.idle,
  }
}

/** For what is done again by itself. */
const nothing: Meanwhile = { tellLast: () => {}, last: 0, begun: () => {} }

/** How to tell what was written, or why it was not. */
type Tried = { tell: Tell } | { error: unknown; jobs: Job[] }

type SendJob = Extract<Job, { send: Send }>
type WorkJob = Exclude<Job, SendJob>

const toSend = ({ send }: SendJob) => send

const toFailure = (error: unknown) => ({ error })

/** Sends that stand side by side are written together; everything else by itself, in its turn. */
function inRuns(jobs: Job[]): ({ sends: SendJob[]; work?: undefined } | { sends?: undefined; work: WorkJob })[] {
  const runs: ({ sends: SendJob[]; work?: undefined } | { sends?: undefined; work: WorkJob })[] = []
  for (const job of jobs) {
    const last = runs.at(-1)
    if (!job.send) runs.push({ work: job })
    else if (last?.sends) last.sends.push(job)
    else runs.push({ sends: [job] })
  }
  return runs
}
