import { load } from '../http/load.js'
import { type Measured, startPeer } from '../measured.js'
import { startParley } from '../parley.js'
import { startPostgres } from '../postgres.js'
import { finish, median, readNumber, round, say, toTable } from '../report.js'
import { runBench } from '../run.js'

// What one call of the bridge costs the server, beside the same procedure by tRPC over HTTP and a bare Fastify route:
// a call that does nothing, and one of somebody who shows a token. With PostgreSQL, so that the database's own work is
// not in the server's.

const requests = readNumber('requests', 3_000)
const runs = readNumber('runs', 5)

await runBench(async () => {
  const postgres = await startPostgres('off')
  const parley = await startParley({ databaseUrl: await postgres.create(), people: 1, rooms: 1 })
  const bare = await startPeer(new URL('../http/peer-bare.ts', import.meta.url))
  const authorization = `Bearer ${parley.people[0]?.token}`
  const input = encodeURIComponent(JSON.stringify({ json: { roomId: parley.roomIds[0] } }))
  const contestants: Record<string, { server: Measured; path: string; headers?: Record<string, string> }> = {
    'bridge, ping': { server: parley, path: '/api/v1/ping' },
    'tRPC, ping': { server: parley, path: '/trpc/health.ping' },
    'bare Fastify, ping': { server: bare, path: '/trpc/health.ping' },
    'bridge, messages': {
      server: parley,
      path: `/api/v1/rooms/${parley.roomIds[0]}/messages`,
      headers: { authorization },
    },
    'tRPC, messages': { server: parley, path: `/trpc/messages.list?input=${input}`, headers: { authorization } },
  }
  const costs: Record<string, number[]> = {}
  // Everybody in turn, so that a machine which slows down slows down for all. The first turn is for the compiler.
  for (let turn = 0; turn <= runs; turn++)
    for (const [name, { server, path, headers }] of Object.entries(contestants)) {
      const before = await server.cpu()
      await load(server.url + path, requests, headers)
      if (turn > 0) (costs[name] ??= []).push(((await server.cpu()) - before) / requests)
    }
  const us = Object.fromEntries(Object.entries(costs).map(([name, all]) => [name, round(median(all))]))
  say(`CPU of the server, µs a call; median of ${runs} times ${requests} requests over 16 connections`)
  say(toTable(['', 'µs'], Object.entries(us)))
  const ratioOf = (what: string) => round((us[`bridge, ${what}`] ?? 0) / (us[`tRPC, ${what}`] ?? 1), 2)
  finish({ bench: 'rest', us, bridgeToTrpc: { ping: ratioOf('ping'), messages: ratioOf('messages') } })
})
