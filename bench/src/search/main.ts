import { openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { sql } from 'kysely'
import { type Caller, openCaller } from '../history/caller.js'
import { startPostgres } from '../postgres.js'
import { finish, median, percentile, readNumber, round, say, toTable } from '../report.js'
import { runBench } from '../run.js'
import { rareWord, seedSearch } from './seed.js'
import { measureSending, type Sending } from './sending.js'

// What it takes to find: in a million messages of many scripts, beside ILIKE, and what it costs those who send.

const messages = readNumber('messages', 1_000_000)
const rooms = readNumber('rooms', 200)
const rounds = readNumber('rounds', 40)
const peerRounds = readNumber('peer-rounds', 5)
const runs = readNumber('runs', 3)
const seconds = readNumber('seconds', 5)

const searches = {
  rare: { label: 'a rare word', query: `${rareWord.word} `, like: ` ${rareWord.word}` },
  common: { label: 'a common word', query: 'the ', like: 'the ' },
  typed: { label: 'the beginning of a word', query: 'tra', like: 'tra' },
  phrase: { label: 'a phrase', query: '"release train"', like: 'release train' },
  cjk: { label: 'two CJK characters', query: '会议', like: '会议' },
  from: { label: 'from: and a word', query: 'from:person3 water ', like: 'water ' },
}
type Name = keyof typeof searches
const names = Object.keys(searches) as Name[]

async function time(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let at = 0; at < times; at++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return taken
}

const toFigure = (taken: number[]) => ({ p50: round(percentile(taken, 50)), p95: round(percentile(taken, 95)) })

async function measureReading(postgres: Awaited<ReturnType<typeof startPostgres>>) {
  const url = await postgres.create()
  const { db, close } = await openDatabase({ url, onError: console.error })
  await migrate(db)
  say(`Writing ${messages} messages into ${rooms} rooms …`)
  const readerId = await seedSearch(db, messages, rooms)
  const { rows } = await sql<{ index: number; table: number }>`
    select pg_relation_size('search_entries_tokens')::float8 as index,
      pg_total_relation_size('search_entries')::float8 as table`.execute(db)
  const { caller, close: closeCaller } = openCaller(url, readerId)
  const search = (query: string) =>
    caller.messages.search({ query, limit: 50 } satisfies Parameters<Caller['messages']['search']>[0])
  const like = (text: string, from: boolean) =>
    sql`select id from messages where body ilike ${`%${text}%`} and deleted_at is null
      and room_id in (select room_id from members where user_id = ${readerId})
      and (not ${from}::boolean or sender_id = (select id from users where username = 'person3'))
      order by created_at desc limit 51`.execute(db)
  const figures = []
  for (const name of names) {
    const { label, query, like: text } = searches[name]
    // A first round for compiler and caches, which is not measured.
    await time(5, () => search(query))
    const found = (await search(query)).items.length
    const parley = toFigure(await time(rounds, () => search(query)))
    const peer = toFigure(await time(peerRounds, () => like(text, name === 'from')))
    figures.push({ name, label, found, parley, peer })
  }
  await closeCaller()
  await close()
  const perMessage = (bytes = 0) => Math.round(bytes / messages)
  return { figures, index: perMessage(rows[0]?.index), all: perMessage(rows[0]?.table) }
}

await runBench(async () => {
  const durable = await startPostgres('on')
  const sending: Record<'indexed' | 'without', Sending[]> = { indexed: [], without: [] }
  for (let at = 0; at < runs; at++) {
    sending.without.push(await measureSending(durable, false, seconds))
    sending.indexed.push(await measureSending(durable, true, seconds))
  }
  await durable.stop()
  const perSecond = (all: Sending[]) => Math.round(median(all.map((one) => one.perSecond)))
  const [indexed, without] = [perSecond(sending.indexed), perSecond(sending.without)]
  const behindMs = Math.round(median(sending.indexed.map((one) => one.behindMs)))

  // Nothing is written while we search, so the writing before need not reach the disk.
  const postgres = await startPostgres('off')
  const { figures, index, all } = await measureReading(postgres)
  await postgres.stop()

  say(
    `\n${messages} messages in ${rooms} rooms, all of which the reader is in; first pages of 50, ${rounds} searches each`,
  )
  say(`(${peerRounds} of ILIKE, which finds no accents, no order of words, and no permission but membership).\n`)
  const rows = figures.map(({ label, found, parley, peer }) => [
    label,
    found,
    parley.p50,
    parley.p95,
    peer.p50,
    peer.p95,
  ])
  say(toTable(['', 'found', 'P50 ms', 'P95 ms', 'ILIKE P50', 'P95'], rows))
  say(`\n${all} bytes for each message, ${index} of them the index of its tokens.`)
  say(`Sending: ${indexed}/s, without indexing ${without}/s; all indexed ${behindMs} ms after the last.\n`)
  finish({
    bench: 'search',
    messages,
    rooms,
    ...Object.fromEntries(figures.map(({ name, parley, peer }) => [name, { ...parley, peer }])),
    p95: Math.max(...figures.map(({ parley }) => parley.p95)),
    bytesPerMessage: all,
    indexBytesPerMessage: index,
    sendPerSecond: indexed,
    sendPerSecondWithout: without,
    slowedPercent: round(100 - (100 * indexed) / without),
    indexedAfterMs: behindMs,
    runs,
  })
})
