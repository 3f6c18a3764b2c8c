import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from './actor.js'
import type { Gate } from './gate.js'
import type { Calm, History } from './history.js'
import type { Link } from './proxy.js'
import type { Fault, Step } from './schedule.js'
import type { Stage } from './stage.js'

/** The stage with those who act on it. */
export interface Play extends Stage {
  actors: Actor[]
  gate: Gate
  history: History
  log(line: string): void
}

/** How long nobody may hear anything new before whoever is behind counts as left behind. */
const patienceMs = 15_000
const farAwayMs = 600

/** Does what the schedule says until the time is up; says how often it did what. */
export async function conduct(play: Play, steps: Iterable<Step>, seconds: number): Promise<Record<string, number>> {
  const done: Record<string, number> = {}
  const end = performance.now() + seconds * 1_000
  for (const { waitMs, fault, calm } of steps) {
    await sleep(Math.min(waitMs, Math.max(0, end - performance.now())))
    if (performance.now() >= end) break
    play.log(JSON.stringify({ ...fault, calm }))
    if (!play.server.running) await play.server.start()
    done[fault.kind] = (done[fault.kind] ?? 0) + 1
    await cause(play, fault, calm ? play.gate.close : () => {})
    if (!calm) continue
    await calmDown(play)
    play.gate.open()
  }
  return done
}

/** `before` is called when the fault is about to strike. */
async function cause(play: Play, fault: Fault, before: () => void): Promise<void> {
  const { server, database, databaseLink, links } = play
  const hit = 'links' in fault ? links.filter((_, at) => fault.links.includes(at)) : []
  if (fault.kind !== 'unanswered') before()
  switch (fault.kind) {
    case 'kill':
      await server.stop('SIGKILL')
      return server.start()
    case 'term':
      await server.stop('SIGTERM')
      return server.start()
    case 'roll':
      return roll(play, hit, fault.ms)
    case 'freeze':
      return server.freeze(fault.ms)
    case 'postgres':
      return database.crash()
    case 'unanswered':
      databaseLink.delay(fault.latencyMs, farAwayMs)
      await sleep(farAwayMs / 2)
      databaseLink.stall(fault.ms, 'toNear')
      before()
      await sleep(fault.ms - 1)
      databaseLink.cut()
      return databaseLink.clear()
    case 'cut':
      return hit.forEach((link) => link.cut())
    case 'vanish':
      return hit.forEach((link) => link.vanish(fault.ms))
    case 'stall':
      return hit.forEach((link) => link.stall(fault.ms, fault.way === 'both' ? 'both' : 'toNear'))
    case 'delay':
      return hit.forEach((link) => link.delay(fault.ms, fault.forMs))
  }
}

/** For a while two processes serve: the new one who comes to it, and those of `moved`; the old one everybody else. */
async function roll({ server, links, history }: Play, moved: Link[], ms: number): Promise<void> {
  const turn = { from: Infinity, to: Infinity }
  await server.roll(async (port) => {
    turn.from = performance.now()
    history.turns.push(turn)
    for (const link of links) link.aim(port)
    for (const link of moved) link.cut()
    await sleep(ms)
  })
  turn.to = performance.now()
}

/** Clears the weather, lets everybody come to rest, and notes who was not told of a room's last change. */
export async function calmDown(play: Play): Promise<void> {
  const { server, database, databaseLink, links, actors, gate, history } = play
  if (!server.running) await server.start()
  for (const link of [...links, databaseLink]) link.clear()
  gate.close()
  await gate.gathered(actors.length)

  /** Who holds another version than the database has. */
  async function findBehind(): Promise<Calm['behind']> {
    const versions = new Map((await database.readRooms()).map((room) => [room.id, room.version]))
    const watchers = actors.flatMap((actor) => actor.watchers())
    return watchers.flatMap(({ person, roomId, version: has }) => {
      const version = versions.get(roomId) ?? 0
      return has === version ? [] : [{ person, roomId, has, version }]
    })
  }

  let behind = await findBehind()
  let [missing, heardAt] = [missingTo(behind), performance.now()]
  // A slow machine may take its time as long as it goes on.
  while (behind.length > 0 && performance.now() < heardAt + patienceMs) {
    await sleep(100)
    behind = await findBehind()
    const left = missingTo(behind)
    if (left < missing) [missing, heardAt] = [left, performance.now()]
  }
  history.calms.push({ at: performance.now(), behind })
  if (behind.length > 0) play.log(`${behind.length} watchers are behind`)
}

const missingTo = (behind: Calm['behind']) => behind.reduce((sum, { has, version }) => sum + Math.abs(version - has), 0)
