import type { Measured } from '../measured.js'
import { startPeer } from '../measured.js'
import { startParley } from '../parley.js'
import { finish, median, readNumber, round, say, toTable } from '../report.js'
import { load } from './load.js'

// What one call over HTTP costs the server, and one batch of ten: a call that does nothing, so that only the way counts.

const requests = readNumber('requests', 4_000)
const runs = readNumber('runs', 3)
const paths = {
  call: '/trpc/health.ping',
  batch: `/trpc/${Array.from({ length: 10 }, () => 'health.ping').join(',')}?batch=1&input=%7B%7D`,
}
type Kind = keyof typeof paths

const contestants = {
  parley: () => startParley({ people: 1, rooms: 1 }),
  stock: () => startPeer(new URL('peer-stock.ts', import.meta.url)),
  bare: () => startPeer(new URL('peer-bare.ts', import.meta.url)),
}
type Name = keyof typeof contestants

/** Microseconds of the server's CPU for each request. */
async function measure(server: Measured, kind: Kind): Promise<number> {
  const url = server.url + paths[kind]
  // A first round for the compiler, which is not measured.
  await load(url, requests)
  const costs: number[] = []
  for (let at = 0; at < runs; at++) {
    const before = await server.cpu()
    await load(url, requests)
    costs.push(((await server.cpu()) - before) / requests)
  }
  return round(median(costs))
}

async function run(name: Name): Promise<Record<Kind, number>> {
  const server = await contestants[name]()
  const figures = { call: await measure(server, 'call'), batch: await measure(server, 'batch') }
  await server.stop()
  return figures
}

const us = { parley: await run('parley'), stock: await run('stock'), bare: await run('bare') }
const ratio = { call: round(us.parley.call / us.stock.call, 2), batch: round(us.parley.batch / us.stock.batch, 2) }
say(`CPU of the server, µs; median of ${runs} times ${requests} requests over 16 connections`)
say(
  toTable(
    ['', 'a call', 'a batch of ten'],
    Object.entries(us).map(([name, { call, batch }]) => [name, call, batch]),
  ),
)
say(`Parley ÷ stock: ${ratio.call} and ${ratio.batch}`)
finish({ usPerCall: us, ratio })
process.exit()
