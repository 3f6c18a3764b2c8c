import { setTimeout } from 'node:timers/promises'
import { finish, median, readNumber, round, say, toTable } from '../report.js'
import type { RawSocket } from '../raw-socket.js'
import { runBench } from '../run.js'
import { arrived, type Contestant, contestants, type Name } from './contestants.js'

// What it costs a server to deliver one message to one of a thousand listeners of a room.

const listeners = readNumber('listeners', 1_000)
const messages = readNumber('messages', 200)
const runs = readNumber('runs', 3)
/** How many come at once; a thousand one by one would take longer than all that is measured. */
const together = 20
const paceMs = readNumber('pace', 50)

interface Figure {
  /** Microseconds of the server's CPU for each delivery. */
  us: number
  /** Of these, in the kernel. */
  kernel: number
  perSecond: number
  /** Frames beside the deliveries, for each of them. */
  extra: number
}

interface Run {
  paced: Figure
  burst: Figure
  kb: number
  bytes: number
}

const body = (at: number) =>
  `${String(at).padStart(6, '0')} ${'a line of talk as people write it '.repeat(3)}`.slice(0, 100)

async function measure(contestant: Contestant, speak: () => Promise<void>): Promise<Figure> {
  const { server, counts } = contestant
  await setTimeout(500)
  const before = { ...counts, cpu: await server.cpu(), kernel: await server.kernel(), time: performance.now() }
  await speak()
  await arrived(counts, before.deliveries + listeners * messages)
  const seconds = (performance.now() - before.time) / 1000
  // What the last message has set off beside its deliveries is paid for too.
  await setTimeout(300)
  const cpu = (await server.cpu()) - before.cpu
  const kernel = (await server.kernel()) - before.kernel
  const deliveries = counts.deliveries - before.deliveries
  if (deliveries !== listeners * messages)
    throw new Error(`${deliveries} deliveries instead of ${listeners * messages}`)
  const extra = (counts.extra - before.extra) / deliveries
  return { us: cpu / deliveries, kernel: kernel / deliveries, perSecond: deliveries / seconds, extra }
}

async function run(name: Name): Promise<Run> {
  const contestant = await contestants[name](listeners)
  const { server, counts, listen } = contestant
  const bodies = Array.from({ length: messages }, (_, at) => body(at))
  const paced = async (ms: number) => {
    for (const [at, began] = [{ at: 0 }, performance.now()]; at.at < messages; at.at++) {
      contestant.say([bodies[at.at] ?? ''])
      await setTimeout(Math.max(0, began + (at.at + 1) * ms - performance.now()))
    }
  }
  const before = await server.memory()
  const sockets: RawSocket[] = []
  while (sockets.length < listeners) sockets.push(...(await Promise.all(Array.from({ length: together }, listen))))
  const kb = ((await server.memory()) - before) / listeners / 1024
  // A first round for the compiler, which is not measured.
  await measure(contestant, () => paced(10))
  const result = {
    paced: await measure(contestant, () => paced(paceMs)),
    burst: await measure(contestant, async () => contestant.say(bodies)),
    kb,
    bytes: counts.bytes / counts.deliveries,
  }
  for (const socket of sockets) socket.close()
  await contestant.stop()
  return result
}

await runBench(async () => {
  const names: Name[] = ['ws', 'parley', 'socketio', 'stock']
  const chosen = names.filter((name) => process.argv.includes(`--only-${name}`))
  const all = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<Name, Run[]>
  for (let at = 0; at < runs; at++)
    for (const name of chosen.length > 0 ? chosen : names) {
      const result = await run(name)
      all[name].push(result)
      const { paced, burst } = result
      say(
        `run ${at + 1} ${name}: paced ${round(paced.us)} µs (kernel ${round(paced.kernel)}), burst ${round(burst.us)} µs a delivery`,
      )
    }

  const middle = (name: Name, pick: (run: Run) => number) => median(all[name].map(pick))
  const us = (pick: (run: Run) => number) =>
    Object.fromEntries(names.map((name) => [name, round(middle(name, pick), 2)])) as Record<Name, number>

  function compare(pick: (run: Run) => number) {
    const figures = us(pick)
    return {
      ...figures,
      ratioToWs: round(figures.parley / figures.ws, 2),
      ratioToSocketio: round(figures.parley / figures.socketio, 2),
      ratioToStock: round(figures.parley / figures.stock, 3),
    }
  }

  say(`\n${messages} messages of 100 characters to ${listeners} listeners, medians of ${runs} runs`)
  say('µs: CPU of the server, kernel included, for one message received by one client; paced: one message each')
  say(`${paceMs} ms; burst: all at once. Extra: inbox frames for each delivery, whose cost is in Parley's µs.\n`)
  const labels = { ws: 'bare ws', socketio: 'Socket.IO', stock: 'stock tRPC adapter', parley: 'Parley' }
  say(
    toTable(
      ['', 'µs paced', 'kernel', 'µs burst', 'deliveries/s burst', 'extra paced', 'KB a connection', 'bytes a frame'],
      names.map((name) => [
        labels[name],
        round(middle(name, (one) => one.paced.us)),
        round(middle(name, (one) => one.paced.kernel)),
        round(middle(name, (one) => one.burst.us)),
        Math.round(middle(name, (one) => one.burst.perSecond)),
        round(
          middle(name, (one) => one.paced.extra),
          2,
        ),
        round(middle(name, (one) => one.kb)),
        Math.round(middle(name, (one) => one.bytes)),
      ]),
    ),
  )
  say('')
  finish({
    bench: 'fanout',
    mode: 'paced',
    listeners,
    messages,
    runs,
    ...compare((one) => one.paced.us),
    burst: compare((one) => one.burst.us),
    deliveriesPerSecond: us((one) => one.burst.perSecond),
    kbPerConnection: us((one) => one.kb),
    extraFrames: round(
      middle('parley', (one) => one.paced.extra),
      2,
    ),
  })
})
