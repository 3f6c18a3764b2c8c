import { openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { v7 as newId } from 'uuid'
import { type Caller, openCaller } from '../history/caller.js'
import { startPostgres } from '../postgres.js'
import { finish, median, percentile, readNumber, round, say, toTable } from '../report.js'
import { runBench } from '../run.js'
import { countRows } from './rows.js'
import { seedInbox } from './seed.js'

// What the size of things costs: a page of the room list of somebody in many rooms beside one of somebody in ten, a
// page of a large room's roster beside one of a small room's, and the rows that a message writes in both.
// The procedures are called inside this process: the figures are the database's and ours, not the network's.

const messages = readNumber('messages', 1_000_000)
const rooms = readNumber('rooms', 500)
const members = readNumber('members', 10_000)
const rounds = readNumber('rounds', 200)
const runs = readNumber('runs', 3)
/** As many as the smaller side has. */
const limit = 10

type Read = () => Promise<{ items: unknown[] } | unknown[]>

async function timed(read: Read): Promise<number> {
  const began = performance.now()
  const answer = await read()
  const count = Array.isArray(answer) ? limit : answer.items.length
  if (count !== limit) throw new Error(`${count} items instead of ${limit}`)
  return performance.now() - began
}

/** Turn and turn about, so that what else the machine does meets both. */
async function compare(large: Read, small: Read) {
  const taken = { large: [] as number[], small: [] as number[] }
  for (let at = 0; at < rounds; at++) {
    taken.large.push(await timed(large))
    taken.small.push(await timed(small))
  }
  const of = (values: number[]) => ({ p50: percentile(values, 50), p95: percentile(values, 95) })
  return { large: of(taken.large), small: of(taken.small) }
}

const send = (caller: Caller, roomId: string, body: string) => () =>
  caller.messages.send({ roomId, clientId: newId(), body })

await runBench(async () => {
  const postgres = await startPostgres('off')
  const url = await postgres.create()
  const { db, close } = await openDatabase({ url, onError: console.error })
  await migrate(db)
  say(`Writing ${messages} messages in ${rooms} rooms, and a room of ${members} …`)
  const seeded = await seedInbox(db, { messages, rooms, members })
  const [busy, calm] = [openCaller(url, seeded.busyId), openCaller(url, seeded.calmId)]
  for (const id of seeded.there) busy.presence.renew(id, 'bench', { held: true })

  const roster = (roomId: string) => () => busy.caller.rooms.members({ roomId, limit })
  const pairs: Record<string, [label: string, large: Read, small: Read]> = {
    inbox: [
      `room list, ${rooms} rooms : 10`,
      () => busy.caller.rooms.list({ limit }),
      () => calm.caller.rooms.list({ limit }),
    ],
    notifications: [
      `notifications, ${rooms} rooms : 10`,
      () => busy.caller.notifications.list({ limit }),
      () => calm.caller.notifications.list({ limit }),
    ],
    unread: [
      `notifications' badge, ${rooms} rooms : 10`,
      () => busy.caller.notifications.unread(),
      () => calm.caller.notifications.unread(),
    ],
    roster: [`roster, ${members} members : 10`, roster(seeded.largeRoom), roster(seeded.smallRoom)],
  }
  // A first round for compiler and caches, which is not measured.
  for (const [, large, small] of Object.values(pairs)) await compare(large, small)
  const measured: Record<string, { large: number; largeP95: number; small: number; smallP95: number; ratio: number }> =
    {}
  for (const [name, [, large, small]] of Object.entries(pairs)) {
    const all: Awaited<ReturnType<typeof compare>>[] = []
    for (let run = 0; run < runs; run++) all.push(await compare(large, small))
    const middle = (side: 'large' | 'small', pick: 'p50' | 'p95') => round(median(all.map((one) => one[side][pick])), 2)
    const [p50, other] = [middle('large', 'p50'), middle('small', 'p50')]
    measured[name] = {
      large: p50,
      largeP95: middle('large', 'p95'),
      small: other,
      smallP95: middle('small', 'p95'),
      ratio: round(p50 / other, 2),
    }
  }

  const rows: Record<string, { large: number; small: number }> = {}
  for (const [name, body] of Object.entries({ plain: 'Hello', everybody: 'Hello @room' }))
    rows[name] = {
      large: await countRows(db, send(busy.caller, seeded.largeRoom, body)),
      small: await countRows(db, send(busy.caller, seeded.pairRoom, body)),
    }
  for (const { close: end } of [busy, calm]) await end()
  await close()
  await postgres.stop()

  say(
    `\n${messages} messages; pages of ${limit}; ${rounds} reads each, medians of ${runs} runs. A tenth of the large room is there.\n`,
  )
  const lines = Object.entries(measured).map(([name, one]) => [pairs[name]?.[0] ?? name, ...Object.values(one)])
  say(`${toTable(['', 'large P50 ms', 'P95', 'small P50 ms', 'P95', 'ratio'], lines)}\n`)
  const written = Object.entries(rows).map(([name, { large, small }]) => [`rows of a message, ${name}`, large, small])
  say(`${toTable(['', `${members} members`, '2 members'], written)}\n`)
  finish({ bench: 'inbox', messages, rooms, members, runs, ...measured, rows })
})
