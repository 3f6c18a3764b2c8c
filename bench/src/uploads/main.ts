import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { startParley } from '../parley.js'
import { startPostgres } from '../postgres.js'
import { finish, percentile, readNumber, round, say, toTable } from '../report.js'
import { closing, runBench } from '../run.js'
import { measureLatency } from '../send/paced.js'

// A hundred people upload 5 MiB each at the same moment, half of it pictures: what the server's memory does, and what
// those notice who only talk.

const uploads = readNumber('uploads', 100)
const load = { perSecond: 100, seconds: 3, watchersPerRoom: 20, senders: 20 }
const megabyte = 1024 * 1024

/** Resident megabytes of a process as they are, garbage included. */
async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** A photo of about 5 MiB. */
const makePicture = () =>
  sharp({
    create: {
      width: 2_400,
      height: 1_800,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 96, chromaSubsampling: '4:4:4' })
    .toBuffer()

await runBench(async () => {
  const postgres = await startPostgres('on')
  const databaseUrl = await postgres.create()
  const parley = await startParley({ databaseUrl, people: Math.max(uploads, 50), rooms: 1 })
  const pid = parley.process.pid ?? 0
  const picture = await makePicture()
  say(`Talking, ${load.perSecond} messages a second …`)
  const before = await measureLatency(parley, load)
  const idleMb = await residentMb(pid)

  say(`Uploading ${uploads} files, the pictures of ${round(picture.length / megabyte)} MiB …`)
  const entry = fileURLToPath(new URL('uploader.ts', import.meta.url))
  const uploader = fork(entry, [parley.url, String(uploads)], { execArgv: process.execArgv })
  const stop = closing(async () => void uploader.kill())
  const began = performance.now()
  const answered = once(uploader, 'message') as Promise<[{ seconds: number[]; failed: string[] }]>
  uploader.send({ tokens: parley.people.map(({ token }) => token), picture: picture.toString('base64') })
  let over = false
  void answered.then(() => (over = true))
  const during: number[] = []
  const memory: number[] = []
  const watching = (async () => {
    for (; !over; await sleep(100)) memory.push(await residentMb(pid))
  })()
  while (!over) during.push(...(await measureLatency(parley, load)))
  const [{ seconds, failed }] = await answered
  const tookSeconds = Math.max(...seconds)
  await watching
  await stop()
  await sleep(2_000)
  const figures = {
    uploads: seconds.length,
    failed: failed.length,
    tookSeconds: round(tookSeconds),
    elapsedSeconds: round((performance.now() - began) / 1_000),
    idleMb: round(idleMb, 0),
    peakMb: round(Math.max(...memory), 0),
    afterMb: round((await parley.memory()) / megabyte, 0),
    deliveries: during.length,
    p50BeforeMs: round(percentile(before, 50)),
    p99BeforeMs: round(percentile(before, 99)),
    p50DuringMs: round(percentile(during, 50)),
    p99DuringMs: round(percentile(during, 99)),
  }
  if (failed[0]) say(failed[0])
  say(toTable(['', ''], Object.entries(figures)))
  await parley.stop()
  await postgres.stop()
  finish(figures)
})
