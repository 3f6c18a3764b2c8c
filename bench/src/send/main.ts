import { v7 as newId } from 'uuid'
import { startPeer } from '../measured.js'
import { startParley } from '../parley.js'
import { startPostgres } from '../postgres.js'
import { finish, median, percentile, readNumber, round, say, toTable } from '../report.js'
import { runBench } from '../run.js'
import { measureLatency } from './paced.js'
import { openParleySender, openPeerSender, type Sender } from './senders.js'
import { measureThroughput, type Throughput } from './throughput.js'

// How many durable messages a second are acknowledged, and how long one takes to those who watch.

const people = readNumber('senders', 50)
const seconds = readNumber('seconds', 5)
const runs = readNumber('runs', 3)
const depths = [1, 8]

type Postgres = Awaited<ReturnType<typeof startPostgres>>
type Results = Record<string, Throughput>
const parleyLoads = { oneRoom: 1, hundredRooms: 100 }

async function runParley(postgres: Postgres, durable: boolean): Promise<Results> {
  const parley = await startParley({ ...(durable && { databaseUrl: await postgres.create() }), people, rooms: 100 })
  const senders = await openAll((at) => openParleySender(parley, at))
  const results: Results = {}
  for (const [name, rooms] of Object.entries(parleyLoads))
    for (const inFlight of depths) {
      const load = { roomIds: parley.roomIds.slice(0, rooms), inFlight, seconds }
      results[`${name}${inFlight}`] = await measureThroughput(parley, senders, load)
    }
  for (const sender of senders) sender.close()
  await parley.stop()
  return results
}

async function runPeer(postgres: Postgres): Promise<Results> {
  const server = await startPeer(new URL('peer.ts', import.meta.url), { DATABASE_URL: await postgres.create() })
  const roomIds = Array.from({ length: 100 }, () => newId())
  const senders = await openAll(() => openPeerSender(server.url, roomIds))
  const results: Results = {}
  for (const [name, rooms] of Object.entries(parleyLoads))
    for (const inFlight of depths) {
      const load = { roomIds: roomIds.slice(0, rooms), inFlight, seconds }
      results[`${name}${inFlight}`] = await measureThroughput(server, senders, load)
    }
  for (const sender of senders) sender.close()
  await server.stop()
  return results
}

async function openAll(open: (at: number) => Promise<Sender>): Promise<Sender[]> {
  const senders: Sender[] = []
  for (let at = 0; at < people; at++) senders.push(await open(at))
  return senders
}

async function runPaced(postgres: Postgres): Promise<number[]> {
  const load = { perSecond: 1_000, seconds: 10, watchersPerRoom: 5, senders: people }
  const parley = await startParley({ databaseUrl: await postgres.create(), people: people + 5, rooms: 20 })
  const taken = await measureLatency(parley, load)
  await parley.stop()
  return [50, 95, 99].map((percent) => percentile(taken, percent))
}

await runBench(async () => {
  const postgres = await startPostgres('on')
  const only = ['parley', 'peer', 'embedded', 'paced'].filter((part) => process.argv.includes(`--only-${part}`))
  const wanted = (part: string) => only.length === 0 || only.includes(part)
  const all = { parley: [] as Results[], peer: [] as Results[], embedded: [] as Results[], paced: [] as number[][] }
  for (let at = 0; at < runs; at++) {
    if (wanted('parley')) all.parley.push(await runParley(postgres, true))
    if (wanted('peer')) all.peer.push(await runPeer(postgres))
    if (wanted('embedded')) all.embedded.push(await runParley(postgres, false))
    if (wanted('paced')) all.paced.push(await runPaced(postgres))
    const last = { parley: all.parley[at], peer: all.peer[at], embedded: all.embedded[at] }
    for (const [part, results] of Object.entries(last))
      if (results)
        say(
          `run ${at + 1} ${part}: ${Object.entries(results)
            .map(([key, { perSecond }]) => `${key} ${Math.round(perSecond)}/s`)
            .join(', ')}`,
        )
    const paced = all.paced[at]
    if (paced) say(`run ${at + 1} paced: P50/P95/P99 ${paced.map((ms) => round(ms)).join(' / ')} ms`)
  }

  const middle = (results: Results[], key: string, pick: keyof Throughput) =>
    Math.round(median(results.map((one) => one[key]?.[pick] ?? Number.NaN)))
  const perSecond = (results: Results[], key: string) => middle(results, key, 'perSecond')

  say(
    `\nAcknowledged messages/s from ${people} senders, medians of ${runs} runs of ${seconds} s; PostgreSQL with fsync on;`,
  )
  say('server, database and load share the machine. In brackets: CPU of the server process for one message, in µs.\n')
  const cell = (results: Results[], key: string) => `${perSecond(results, key)} (${middle(results, key, 'us')})`
  say(
    toTable(
      ['', '1 room, 1 in flight', '1 room, 8', '100 rooms, 1', '100 rooms, 8'],
      [
        ['Parley, PostgreSQL', all.parley] as const,
        ['Socket.IO and pg', all.peer] as const,
        ['Parley, embedded', all.embedded] as const,
      ].map(([label, results]) => [
        label,
        ...['oneRoom1', 'oneRoom8', 'hundredRooms1', 'hundredRooms8'].map((key) => cell(results, key)),
      ]),
    ),
  )
  const [p50 = Number.NaN, p95 = Number.NaN, p99 = Number.NaN] = [0, 1, 2].map((at) =>
    round(median(all.paced.map((run) => run[at] ?? 0)), 2),
  )
  say(`\n1,000 messages/s into 20 rooms with 5 watchers each, send to receipt: P50 ${p50}, P95 ${p95}, P99 ${p99} ms\n`)

  const both = (results: Results[], name: string) => ({
    inFlight1: perSecond(results, `${name}1`),
    inFlight8: perSecond(results, `${name}8`),
  })
  const oneRoom = perSecond(all.parley, 'oneRoom8')
  const peerOneRoom = perSecond(all.peer, 'oneRoom8')
  finish({
    bench: 'send',
    inFlight: 8,
    senders: people,
    runs,
    oneRoom,
    hundredRooms: perSecond(all.parley, 'hundredRooms8'),
    peerOneRoom,
    peerHundredRooms: perSecond(all.peer, 'hundredRooms8'),
    ratioToPeer: round(oneRoom / peerOneRoom, 2),
    pglite: perSecond(all.embedded, 'oneRoom8'),
    pgliteHundredRooms: perSecond(all.embedded, 'hundredRooms8'),
    p50,
    p95,
    p99,
    byInFlight: {
      oneRoom: both(all.parley, 'oneRoom'),
      hundredRooms: both(all.parley, 'hundredRooms'),
      peerOneRoom: both(all.peer, 'oneRoom'),
      peerHundredRooms: both(all.peer, 'hundredRooms'),
      pglite: both(all.embedded, 'oneRoom'),
      pgliteHundredRooms: both(all.embedded, 'hundredRooms'),
    },
  })
})
