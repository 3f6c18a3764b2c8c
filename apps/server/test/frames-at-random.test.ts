import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { limits } from '@parley/contract/limits'
import { databaseKind } from '@parley/testkit/databases'
import { findPostgres } from '@parley/testkit/databases/find-postgres'
import { movableClock } from '@parley/testkit/movable-clock'
import { createRandom, type Random } from '@parley/testkit/random'
import { testApp, type TestApp } from '@parley/testkit/test-app'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { patience } from './client.js'
import { fuzzedFrame, honestFrame, pingFrame } from './fuzzed-frames.js'

/** `npm run property -- 10000 frames-at-random` sends as many; `SEED` says which. Which database it is hardly matters. */
const usual = databaseKind() === 'pglite' && (process.env['TEST_DATABASE_URL'] || findPostgres()) ? 200 : 1_000
const frames = Number(process.env['HISTORIES'] ?? usual)
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
/** Sockets at a time. */
const together = 8

/** Whether the server is done with what was sent: it answers, it hangs up, or it waits for more of a message. */
const settled = (socket: Socket) =>
  new Promise<boolean>((resolve) => {
    const decide = (open: boolean) => () => {
      clearTimeout(timer)
      resolve(open)
    }
    const timer = setTimeout(decide(false), 40)
    socket.on('data', (data: Buffer) => data.includes('read?') && decide(true)())
    socket.once('close', decide(false))
  })

/** A socket of its own address, since an address that sends nonsense is soon refused. */
const open = ({ url }: TestApp, address: string) =>
  new Promise<Socket>((resolve, reject) => {
    const { port, hostname } = new URL(url)
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      'x-forwarded-for': address,
    }
    const upgrade = request({ host: hostname, port, path: '/trpc?connectionParams=1', headers, agent: false })
    upgrade.once('error', reject)
    upgrade.once('response', ({ statusCode }) => reject(new Error(`refused: ${statusCode}`)))
    upgrade.once('upgrade', (_response, socket: Socket) => resolve(socket.on('error', () => {})))
    upgrade.end()
  })

/** Sends frames until there are none left, over one socket after the other. */
async function fuzz(app: TestApp, random: Random, take: () => number | undefined, token: string, roomId: string) {
  let socket: Socket | undefined
  for (let id = take(); id !== undefined; id = take()) {
    if (!socket || random.chance(0.1)) {
      if (random.chance(0.5)) socket?.destroy()
      else socket?.end()
      socket = await open(app, `10.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(0, 255)}`)
      const data = random.chance(0.8) ? { authorization: `Bearer ${token}` } : {}
      socket.write(honestFrame(random, { method: 'connectionParams', data }))
    }
    socket.write(fuzzedFrame(random, roomId, id))
    const reading = settled(socket)
    socket.write(pingFrame(random))
    if (await reading) continue
    socket.destroy()
    socket = undefined
  }
  socket?.destroy()
}

setFlagsFromString('--expose_gc')
const collectGarbage = runInNewContext('gc') as () => void

async function heapMb(): Promise<number> {
  for (let times = 0; times < 3; times++) {
    collectGarbage()
    await sleep(20)
  }
  return process.memoryUsage().heapUsed / 1024 / 1024
}

test(
  `${frames} frames as no client sends them, of seed ${seed}, hurt nobody and leave nothing behind`,
  { timeout: 60_000 + frames * 60 },
  async () => {
    const errors: string[] = []
    const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) })
    const clock = movableClock()
    await using app = await testApp({ clock, log, env: { TRUST_PROXY: '1' } })
    const { alice, bob, room } = await app.twoMembers()
    const mallory = await app.person('mallory')
    await mallory.trpc.rooms.join.mutate({ roomId: room })
    const seen = alice.watch(room)
    await seen.take(1)
    const { accessToken } = mallory.session

    async function send(count: number, stream: number): Promise<void> {
      let left = count
      const take = () => (left > 0 ? left-- : undefined)
      const fuzzing = Array.from({ length: together }, (_, at) =>
        fuzz(app, createRandom(seed, stream + at), take, accessToken, room),
      )
      let over = false
      const all = Promise.all(fuzzing).finally(() => (over = true))
      while (!over) {
        said.push(...(await bob.say(room, `honest ${said.length}`)))
        await sleep(50)
      }
      await all
      await expect
        .poll(() => app.sockets, patience)
        .toMatchObject({ open: 1, strangers: 0, subscriptions: 1, callsUnderWay: 0 })
      expect(app.deps.hub.countFeeds()).toBe(1)
    }

    const said: { id: string; body: string }[] = []
    // What is made once is there after these.
    await send(200, 100)
    const before = await heapMb()
    await send(frames, 200)
    const after = await heapMb()

    await seen.until((event) => event.type === 'message' && event.message.id === said.at(-1)!.id)
    const heard = seen.items.flatMap((event) => (event.type === 'message' ? [event.message] : []))
    expect(heard.filter(({ sender }) => sender.id === bob.user.id).map(({ body }) => body)).toEqual(
      said.map(({ body }) => body),
    )
    // Nobody writes but by sending: each message is a version, and none is missing.
    expect(heard.map(({ version }) => version)).toEqual(heard.map((_, at) => at + 1))
    expect(errors).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    // What alice holds of the room is in it.
    expect(after - before).toBeLessThan(8 + heard.length * 0.004)
    clock.advance(limits.presenceGraceMs)
    await expect.poll(() => app.deps.presence.statusOf(mallory.user.id)).toBe('offline')
  },
)
