import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { startParley } from '../parley.js'
import type { startPostgres } from '../postgres.js'
import { openParleySender, type Sender } from '../send/senders.js'
import { measureThroughput } from '../send/throughput.js'

export interface Sending {
  perSecond: number
  /** How long after the last message all were indexed. */
  behindMs: number
}

const [people, rooms] = [50, 100]

/**
 * Messages a second, eight on their way for each sender. `indexed` false: the bench holds the rows that say how far the
 * index has come, so that the server's indexer finds them taken and does nothing.
 */
export async function measureSending(
  postgres: Awaited<ReturnType<typeof startPostgres>>,
  indexed: boolean,
  seconds: number,
): Promise<Sending> {
  const databaseUrl = await postgres.create()
  const parley = await startParley({ databaseUrl, people, rooms })
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  if (!indexed) {
    await client.query('begin')
    await client.query('select from search_progress for update')
  }
  const senders: Sender[] = []
  for (let at = 0; at < people; at++) senders.push(await openParleySender(parley, at))
  const { perSecond } = await measureThroughput(parley, senders, { roomIds: parley.roomIds, inFlight: 8, seconds })
  const behindMs = indexed ? await untilIndexed(client) : Number.NaN
  for (const sender of senders) sender.close()
  await client.end()
  await parley.stop()
  return { perSecond, behindMs }
}

async function untilIndexed(client: pg.Client): Promise<number> {
  const from = performance.now()
  const isBehind = 'select from rooms r join search_progress p on p.room_id = r.id where r.version > p.version limit 1'
  while ((await client.query(isBehind)).rowCount !== 0) await setTimeout(50)
  return performance.now() - from
}
