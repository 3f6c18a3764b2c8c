import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Parley, startParley } from '../parley.js'
import { startPostgres } from '../postgres.js'
import { finish, median, percentile, readNumber, round, say, toTable } from '../report.js'
import { closing, runBench } from '../run.js'
import { openCrowd } from '../send/paced.js'
import { attacks, type Attack } from './attacks.js'
import { describe, type Tally } from './tally.js'

// What those notice who talk while somebody floods the server: the time from send to receipt, before and during each
// attack, and how each attack is bounded. Limits are as they are shipped, but for that of talking.

const seconds = readNumber('seconds', 12)
const only = process.argv.flatMap((arg, at, all) => (arg === '--only' ? (all[at + 1] ?? []) : []))
const load = { perSecond: 50, watchersPerRoom: readNumber('watchers', 200), senders: 10 }
const names = (Object.keys(attacks) as Attack[]).filter((name) => only.length === 0 || only.includes(name))

/** Attacks while `work` goes on. */
async function under<T>(parley: Parley, name: Attack, work: () => Promise<T>): Promise<{ result: T; tally: Tally }> {
  const child = fork(fileURLToPath(new URL('attacker.ts', import.meta.url)), [name])
  const stop = closing(async () => void child.kill())
  const attacker = parley.people.at(-1)
  child.send({ url: parley.url, token: attacker?.token ?? '', roomId: parley.roomIds[0] ?? '' })
  // Until it is in full swing.
  await sleep(1_500)
  const result = await work()
  const answer = once(child, 'message')
  child.send('stop')
  const [tally] = (await answer) as [Tally]
  await stop()
  return { result, tally }
}

await runBench(async () => {
  const postgres = await startPostgres('on')
  const people = load.senders + load.watchersPerRoom + 1
  const env = { SOCKET_CALLS: '', AUTH_RATE: '' }
  const parley = await startParley({ databaseUrl: await postgres.create(), people, rooms: 1, env })
  const crowd = await openCrowd(parley, load)
  // For the compiler.
  await crowd.talk(6)

  async function measure() {
    const [from, began] = [await parley.cpu(), performance.now()]
    const taken = await crowd.talk(seconds)
    const cpu = ((await parley.cpu()) - from) / 1_000 / (performance.now() - began)
    return { p50: round(median(taken)), p99: round(percentile(taken, 99)), cpu: round(cpu, 2) }
  }

  const figures: Record<string, unknown> = {}
  const rows: (string | number)[][] = []
  for (const name of names) {
    say(`${name} …`)
    const before = await measure()
    const { result: during, tally } = await under(parley, name, measure)
    // What it left behind is swept up before the next one is measured.
    await sleep(2_000)
    const ratio = round(during.p99 / before.p99, 2)
    figures[name] = { before, during, ratio, tally }
    rows.push([name, before.p50, before.p99, during.p50, during.p99, ratio, before.cpu, during.cpu])
    say(
      `  sent ${tally.sent}, opened ${tally.opened}, at most ${tally.mostOpen} at once; refused ${describe(tally.refused)}; ` +
        `closed ${describe(tally.closed)}; answered ${describe(tally.answered)}`,
    )
  }
  crowd.close()
  await parley.stop()
  await postgres.stop()
  const head = ['', 'P50 before', 'P99', 'P50 during', 'P99', 'ratio', 'CPU before', 'during']
  say(`\nFrom send to receipt, in ms: ${load.perSecond} messages a second, ${load.watchersPerRoom} watchers.\n`)
  say(toTable(head, rows))
  finish({ bench: 'flood', ...figures })
})
