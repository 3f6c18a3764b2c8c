import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Parley, startParley } from '../parley.js'
import { startPostgres } from '../postgres.js'
import { finish, median, percentile, readNumber, round, say, toTable } from '../report.js'
import { closing, runBench } from '../run.js'
import { measureLatency } from '../send/paced.js'

// Whether many log-ins at once hold up what is said: hashing a password is a hundred times the work of a message.
// The time from send to receipt: with nobody logging in, while wave after wave does, and while as many calls come that
// hash nothing, in the same rhythm, which says what is the hashing's and what is a hundred calls'.

const atOnce = readNumber('logins', 100)
const load = { perSecond: 20, seconds: readNumber('seconds', 10), watchersPerRoom: 20, senders: 5 }

async function register({ url }: Parley, username: string): Promise<void> {
  const response = await fetch(`${url}/trpc/auth.register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      json: { username, email: `${username}@example.com`, password: 'correct horse battery' },
    }),
  })
  if (!response.ok) throw new Error(`register answered ${response.status}`)
}

/** The times of delivery while the waves go on, and of the calls of each wave. */
async function measureDuring(parley: Parley, kind: 'login' | 'ping', everyMs: number) {
  const file = fileURLToPath(new URL('waves.ts', import.meta.url))
  const child = fork(file, [parley.url, kind, String(atOnce), String(everyMs)])
  const stop = closing(async () => void child.kill())
  const taken = await measureLatency(parley, load)
  const answer = once(child, 'message')
  child.send('stop')
  const [waves] = (await answer) as [number[][]]
  await stop()
  return { taken, waves }
}

await runBench(async () => {
  const postgres = await startPostgres('on')
  const people = load.senders + load.watchersPerRoom
  const parley = await startParley({ databaseUrl: await postgres.create(), people, rooms: 1 })
  say(`Making ${atOnce} people …`)
  for (let at = 0; at < atOnce; at++) await register(parley, `login-${at}`)
  const quiet = await measureLatency(parley, load)
  const logins = await measureDuring(parley, 'login', 0)
  const lengths = logins.waves.map((wave) => Math.max(...wave))
  const pings = await measureDuring(parley, 'ping', median(lengths))
  await parley.stop()
  await postgres.stop()

  const toFigures = (taken: number[]) => ({
    p50: round(median(taken), 2),
    p99: round(percentile(taken, 99), 2),
    longest: round(Math.max(...taken), 2),
  })
  const figures = {
    quiet: toFigures(quiet),
    duringLogins: toFigures(logins.taken),
    duringPings: toFigures(pings.taken),
  }
  const each = logins.waves.flat()
  const perSecond = round(each.length / (lengths.reduce((sum, ms) => sum + ms, 0) / 1_000))
  const taking = { perSecond, p50: round(median(each)), longest: round(Math.max(...each)) }
  say(`\nFrom send to receipt, in ms: ${load.perSecond} messages a second, ${load.watchersPerRoom} watchers.\n`)
  const rows = [
    ['nobody logs in', ...Object.values(figures.quiet)],
    [`${atOnce} log in at once, over and over`, ...Object.values(figures.duringLogins)],
    [`${atOnce} calls that hash nothing, as often`, ...Object.values(figures.duringPings)],
  ]
  say(`${toTable(['', 'P50', 'P99', 'longest'], rows)}\n`)
  say(`Log-ins: ${perSecond} a second; half of a wave took ${taking.p50} ms, the longest ${taking.longest} ms.\n`)
  finish({ bench: 'logins', atOnce, ...figures, logins: taking })
})
