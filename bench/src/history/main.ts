import { openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { startPostgres } from '../postgres.js'
import { finish, median, percentile, readNumber, round, say, toTable } from '../report.js'
import { runBench } from '../run.js'
import { openCaller } from './caller.js'
import { listReads, type Read } from './reads.js'
import { seedHistory } from './seed.js'

// What it takes to read: pages at three depths of a long room, the page around a message, what was missed, the inbox.
// The procedures are called inside this process: the figures are the database's and ours, not the network's.

const messages = readNumber('messages', 1_000_000)
const rooms = readNumber('rooms', 500)
const rounds = readNumber('rounds', 100)
const runs = readNumber('runs', 3)

interface Figure {
  p50: number
  p95: number
  queries: number
}

async function measure({ items: expected, read }: Read, countStatements: () => number): Promise<Figure> {
  const taken: number[] = []
  const before = countStatements()
  for (let at = 0; at < rounds; at++) {
    const began = performance.now()
    const { items } = await read()
    taken.push(performance.now() - began)
    if (items.length !== expected) throw new Error(`${items.length} items instead of ${expected}`)
  }
  return { p50: percentile(taken, 50), p95: percentile(taken, 95), queries: (countStatements() - before) / rounds }
}

async function seeded(url: string) {
  const { db, close } = await openDatabase({ url, onError: console.error })
  await migrate(db)
  say(`Writing a room of ${messages} messages and ${rooms - 1} of sixty …`)
  const ids = await seedHistory(db, messages, rooms)
  await close()
  return ids
}

await runBench(async () => {
  // Nothing is written while we measure, so the writing before need not reach the disk.
  const postgres = await startPostgres('off')
  const url = await postgres.create()
  const { readerId, roomId } = await seeded(url)
  const { caller, countStatements, close } = openCaller(url, readerId)
  const reads = listReads(caller, roomId, messages)
  type Name = keyof typeof reads
  const names = Object.keys(reads) as Name[]
  const all = Object.fromEntries(names.map((name) => [name, [] as Figure[]])) as Record<Name, Figure[]>
  // A first round for compiler and caches, which is not measured.
  for (const name of names) await measure(reads[name], countStatements)
  for (let at = 0; at < runs; at++)
    for (const name of names) all[name].push(await measure(reads[name], countStatements))
  await close()
  await postgres.stop()

  const middle = (name: Name, pick: keyof Figure) => round(median(all[name].map((figure) => figure[pick])), 2)
  const figuresOf = (name: Name) => ({
    queries: middle(name, 'queries'),
    p50: middle(name, 'p50'),
    p95: middle(name, 'p95'),
  })
  say(`\nA room of ${messages} messages, a person in ${rooms} rooms; ${rounds} reads each, medians of ${runs} runs.`)
  say('The queries of a call include the one that checks access.\n')
  const rows = names.map((name) => [reads[name].label, ...Object.values(figuresOf(name))])
  say(`${toTable(['', 'queries', 'P50 ms', 'P95 ms'], rows)}\n`)
  const depths = (['head', 'middle', 'start'] as const).map((name) => middle(name, 'p50'))
  const ratioOfDepths = round(Math.max(...depths) / Math.min(...depths), 2)
  finish({
    bench: 'history',
    messages,
    rooms,
    runs,
    ratioOfDepths,
    ...Object.fromEntries(names.map((name) => [name, figuresOf(name)])),
  })
})
