import { type Actor, createActor } from './actor.js'
import type { Client } from './client.js'
import { calmDown, conduct, type Play } from './conductor.js'
import { createGate } from './gate.js'
import { createHistory, createHolder, type History } from './history.js'
import { judge, type Offence } from './oracle.js'
import { createPerson } from './person.js'
import { createRandom } from '@parley/testkit/random'
import { planFaults } from './schedule.js'
import type { Stage } from './stage.js'

export interface RunOptions {
  seconds: number
  seed: number
  log(line: string): void
}

export interface RunResult {
  figures: Record<string, unknown>
  offences: Offence[]
  /** What the server said before it ended by itself. */
  crashes: string[]
  ok: boolean
}

/** Lets everybody live while the faults of this seed happen, and judges what came of it. */
export async function runFaults(stage: Stage, { seconds, seed, log }: RunOptions): Promise<RunResult> {
  const { rooms, clients, server } = stage
  const history = createHistory(stage.life ? 1_000 : 0)
  const hold = createHolder(history)
  const errors: Record<string, number> = {}
  const note = (what: string) => void (errors[what] = (errors[what] ?? 0) + 1)
  const gate = createGate()
  const notebook = { history, hold, count: note }
  const [maker] = clients
  if (!maker) throw new Error('There is nobody to live in the rooms.')
  let over = false
  const world = { rooms, owner: createPerson(maker, notebook), gate, notebook, over: () => over }
  const actors: Actor[] = clients.map((client, at) => createActor(client, createRandom(seed, at + 1), world))
  await Promise.all(actors.map((actor, at) => actor.settleIn(chooseRooms(rooms, seed, at))))

  const play: Play = { ...stage, actors, gate, history, log }
  const lives = Promise.all(actors.map((actor) => actor.live()))
  /** Ends the run when one of them fails. */
  const unlessFailed = <T>(work: Promise<T>): Promise<T> =>
    Promise.race([work, lives.then(() => new Promise<never>(() => {}))])
  const faults = await unlessFailed(conduct(play, planFaults(seed, clients.length), seconds))
  await unlessFailed(calmDown(play))
  over = true
  gate.open()
  await lives

  await readEnd(stage, history, hold)
  const { offences, ...verdict } = judge(history)
  for (const actor of actors) actor.end()
  const crashes = [...server.crashes]
  const figures = { seed, seconds, ...verdict, crashed: crashes.length, ...countAll(history, faults), errors }
  return { figures, offences, crashes, ok: offences.length === 0 && crashes.length === 0 }
}

/** Everybody is in the first room, and in some of the others; who made them, in all. */
function chooseRooms(rooms: string[], seed: number, at: number): string[] {
  const random = createRandom(seed, 1_000 + at)
  return rooms.filter((_, index) => at === 0 || index === 0 || random.chance(0.6))
}

/** What there is in the end: the rows by themselves, and the rooms as anybody fetches them. */
async function readEnd({ database, rooms, clients }: Stage, history: History, hold: ReturnType<typeof createHolder>) {
  for (const room of await database.readRooms()) history.lastSeqs.set(room.id, room.lastSeq)
  history.rows = await database.readRows()
  const [reader] = clients
  if (!reader) return
  for (const roomId of rooms) {
    const listed = (await listRoom(reader, roomId)).map(hold)
    history.listed.set(roomId, listed)
    const pins = await reader.trpc.messages.pins.query({ roomId, limit: 100 })
    history.pinned.set(roomId, pins.items.map(hold))
    for (const root of listed.filter(({ replyCount }) => replyCount > 0).slice(-threadsRead))
      history.threads.set(root.id, { root, answers: (await listThread(reader, root.id)).map(hold) })
  }
}

/** Of each room, those that began last. */
const threadsRead = 10

async function listThread({ trpc }: Client, messageId: string) {
  let page = await trpc.messages.thread.query({ messageId, limit: 100 })
  const all = [...page.items]
  while (page.nextCursor) {
    page = await trpc.messages.thread.query({ messageId, limit: 100, cursor: page.nextCursor })
    all.unshift(...page.items)
  }
  return all
}

/** The whole main timeline, page by page. */
async function listRoom({ trpc }: Client, roomId: string) {
  let page = await trpc.messages.list.query({ roomId, limit: 100 })
  const all = [...page.items]
  while (page.nextCursor) {
    page = await trpc.messages.list.query({ roomId, limit: 100, cursor: page.nextCursor })
    all.unshift(...page.items)
  }
  return all
}

function countAll({ sends, changes, watches, calms, absences, looks, rows }: History, kinds: Record<string, number>) {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  return {
    faults: sum(Object.values(kinds)),
    kinds,
    calms: calms.length,
    sends: sends.length,
    pins: changes.filter((change) => change.what.kind === 'pin' && change.version !== undefined).length,
    retries: sum(sends.map((send) => Math.max(0, send.tries.length - 1))),
    changes: changes.length,
    unknown: changes.filter((change) => change.answered === null).length,
    watches: watches.length,
    events: sum(watches.map((watch) => watch.seen.length)),
    resets: sum(watches.map((watch) => watch.seen.filter((seen) => seen.type === 'reset').length)),
    looks: looks.length,
    absences: absences.length,
    removals: rows.filter((row) => row.kind === 'removed').length,
  }
}
