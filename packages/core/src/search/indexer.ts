import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '@parley/db/database'
import type { Logger } from 'pino'
import { type ChangedText, listChangedTexts } from './queries.js'
import { type Entry, listBehind, listKnown, lockProgress, writeEntries } from './queries-index.js'
import { toTokens } from './traits.js'

/** Keeps the index of messages in step with them, a moment behind. */
export interface SearchIndex {
  /** Goes on where it was left, room by room: after an update of Parley with all that was ever said. */
  start(): Promise<void>
  /** Something changed in a room. */
  touch(roomId: string): void
  /** Settles when the index has come to all that was touched. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** What is not indexed yet is found all the same: rooms where people talk cost a transaction in two seconds. */
const pauseMs = 2_000
/** While there is more than one transaction takes; and four times as long as the one before took, so that who talks
 *  keeps most of the machine. */
const behindMs = 150
const pauseFor = (behind: boolean, tookMs: number) => Math.max(behind ? behindMs : pauseMs, tookMs * 4)
const retryMs = 2_000
/** What one transaction takes: some ten milliseconds of this process, a millisecond in each turn of the event loop. */
const messagesAtOnce = 250
const messagesPerTurn = 25
const roomsAtOnce = 50

export function createSearchIndex({ db, log }: { db: Db; log: Logger }): SearchIndex {
  const touched = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let closed = false

  function schedule(afterMs: number): void {
    if (closed || timer || running || touched.size === 0) return
    timer = setTimeout(() => {
      timer = undefined
      run()
    }, afterMs)
    timer.unref()
  }

  function run(): void {
    const began = performance.now()
    running ??= work()
      .then(
        (behind) => pauseFor(behind, performance.now() - began),
        (error: unknown) => {
          if (!closed) log.warn({ err: error }, 'messages were not indexed; it is tried again')
          return retryMs
        },
      )
      .then((next) => {
        running = undefined
        schedule(next)
      })
  }

  /** Takes some rooms; what is left of them, or fails, stays to be done. Returns whether there is more than it took. */
  async function work(): Promise<boolean> {
    const roomIds = [...touched].slice(0, roomsAtOnce)
    for (const id of roomIds) touched.delete(id)
    const others = touched.size
    try {
      const left = await indexSome(db, roomIds)
      for (const id of left) touched.add(id)
      return others + left.length > 0
    } catch (error) {
      for (const id of roomIds) touched.add(id)
      throw error
    }
  }

  return {
    async start() {
      for (const id of await listBehind(db)) touched.add(id)
      schedule(0)
    },
    touch(roomId) {
      touched.add(roomId)
      schedule(pauseMs)
    },
    async idle() {
      while (running || touched.size > 0) {
        clearTimeout(timer)
        timer = undefined
        run()
        await running
      }
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Indexes what changed in these rooms; returns those in which there may be more, or at which another process is. */
async function indexSome(db: Db, roomIds: string[]): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    const rooms = await lockProgress(tx, roomIds)
    const held = new Set(rooms.map((room) => room.room_id))
    const missed = roomIds.filter((id) => !held.has(id))
    const others = missed.length > 0 ? await listKnown(tx, missed) : []
    if (rooms.length === 0) return others
    const rows = await listChangedTexts(tx, rooms, messagesAtOnce)
    const versions = new Map(rows.map((row) => [row.room_id, row.version]))
    if (rows.length > 0)
      await writeEntries(
        tx,
        await toEntries(rows),
        [...versions].map(([room_id, version]) => ({ room_id, version })),
      )
    const full = rows.length === messagesAtOnce
    // They come room by room: the last of them may have more, and those after it were not read.
    const lastAt = rooms.findIndex((room) => room.room_id === rows.at(-1)?.room_id)
    const unread = full ? rooms.slice(lastAt).map((room) => room.room_id) : []
    return [...others, ...unread]
  })
}

async function toEntries(rows: ChangedText[]): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const row of rows) {
    entries.push(toEntry(row))
    if (entries.length % messagesPerTurn === 0) await turn()
  }
  return entries
}

function toEntry(row: ChangedText): Entry {
  const { room_id, seq, created_at } = row
  return { room_id, seq, created_at, tokens: row.there ? toTokens(row) : null }
}
