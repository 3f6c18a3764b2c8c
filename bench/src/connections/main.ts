import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Measured, startMeasured } from '../measured.js'
import { startPostgres } from '../postgres.js'
import { finish, readNumber, round, say, toTable } from '../report.js'
import { populate } from './population.js'
import { talk } from './talk.js'
import { createWatcher, type Watcher } from './watcher.js'

// Ten thousand people with three subscriptions each over a hundred rooms: what holding them costs, and how long it takes
// until all of them are back when the server is killed while they talk.

const people = readNumber('people', 10_000)
const rooms = readNumber('rooms', 100)
const perSecond = readNumber('messages', 50)
/** How many connect at a time; each is waited for, so that the server is never ahead of itself. */
const opening = 64
const patienceMs = 5_000
const jwtSecret = 'only for the benches, not a secret at all'
const cli = fileURLToPath(new URL('../../../apps/server/dist/cli.js', import.meta.url))

const postgres = await startPostgres('on')
const databaseUrl = await postgres.create()
say('Making people …')
const inhabitants = await populate(databaseUrl, jwtSecret, people, rooms)
const env = {
  DATABASE_URL: databaseUrl,
  DATA_DIR: await mkdtemp(join(tmpdir(), 'parley-bench-')),
  JWT_SECRET: jwtSecret,
  MESSAGE_RATE: '0',
}
const startServer = (port?: number) =>
  startMeasured({ args: [cli, 'serve'], env, ready: '/readyz', ...(port && { port }) })

const count = (watchers: Watcher[]) => watchers.filter(({ live }) => live).length

/** Seconds until everybody is live; gives up after two minutes. */
async function allLive(watchers: Watcher[], began: number): Promise<number> {
  while (count(watchers) < people && performance.now() - began < 120_000) await sleep(50)
  return (performance.now() - began) / 1_000
}

async function connectAll(watchers: Watcher[]): Promise<number> {
  const began = performance.now()
  const queue = [...watchers]
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      await next.start()
      for (const until = performance.now() + patienceMs; !next.live && performance.now() < until;) await sleep(10)
    }
  }
  await Promise.all(Array.from({ length: opening }, work))
  return allLive(watchers, began)
}

async function peak(server: () => Measured | undefined, until: () => boolean): Promise<{ cpu: number; mb: number }> {
  const most = { cpu: 0, mb: 0 }
  for (let last: { cpu: number; at: number } | undefined; !until(); await sleep(1_000)) {
    const running = server()
    if (!running) continue
    const now = { cpu: await running.cpu(), at: performance.now() }
    if (last && now.cpu > last.cpu) most.cpu = Math.max(most.cpu, (now.cpu - last.cpu) / 1_000 / (now.at - last.at))
    most.mb = Math.max(most.mb, (await running.resident()) / 1024 / 1024)
    last = now
  }
  return most
}

let server: Measured | undefined = await startServer()
const { url } = server
const empty = await server.memory()
const watchers = inhabitants.map((inhabitant, at) => createWatcher(url, inhabitant, at))
const connectSeconds = await connectAll(watchers)
const held = count(watchers)
await sleep(3_000)
const kbPerConnection = ((await server.memory()) - empty) / held / 1024
const before = await server.cpu()
await sleep(10_000)
const idleCpu = ((await server.cpu()) - before) / 10_000_000

say('Killing the server …')
const talking = talk(url, inhabitants.slice(0, rooms), perSecond)
await sleep(3_000)
server.process.kill('SIGKILL')
server = undefined
const began = performance.now()
let over = false
const peaking = peak(
  () => server,
  () => over,
)
server = await startServer(Number(new URL(url).port))
const resumeSeconds = await allLive(watchers, began)
const resumeCpuMs = (await server.cpu()) / 1_000 / people
over = true
const { cpu: peakCpu, mb: peakMb } = await peaking
const said = await talking.stop()
await sleep(3_000)

const lost = watchers.reduce((sum, { roomId, seen }) => sum + Math.max(0, (said.get(roomId) ?? 0) - seen.messages), 0)
const repeats = watchers.reduce((sum, { seen }) => sum + seen.repeats, 0)
const figures = {
  held,
  kbPerConnection: round(kbPerConnection),
  connectPerSecond: round(people / connectSeconds, 0),
  idleCpu: round(idleCpu, 3),
  resumed: count(watchers),
  resumeSeconds: round(resumeSeconds),
  resumeCpuMs: round(resumeCpuMs, 2),
  lost,
  repeats,
  peakCpu: round(peakCpu, 2),
  peakMb: round(peakMb, 0),
}
say(toTable(['', ''], Object.entries(figures)))
for (const watcher of watchers) watcher.stop()
await server.stop()
await postgres.stop()
finish(figures)
process.exit()
