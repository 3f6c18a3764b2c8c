import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMeasured } from '../measured.js'
import { finish, median, percentile, readNumber, round, say, toTable } from '../report.js'
import { closing, runBench } from '../run.js'

// Whether the time of an answer tells who is here: as many tries for somebody as for nobody, in pairs that take turns in
// who is first, each for another name, so that no lock falls. All names are drawn alike and who is somebody is drawn
// among them, so that nothing but that tells them apart. The medians must lie within five per cent of one another; the
// range says how sure that is: so far the ratio strays by chance alone.

const tries = readNumber('tries', 400)
const password = 'correct horse battery'

async function call(url: string, procedure: string, input: object): Promise<number> {
  const began = performance.now()
  const response = await fetch(`${url}/trpc/auth.${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ json: input }),
  })
  await response.arrayBuffer()
  if (response.status >= 500 || response.status === 429) throw new Error(`${procedure} answered ${response.status}`)
  return performance.now() - began
}

const acts: Record<string, (url: string, name: string) => Promise<number>> = {
  'log-in': (url, login) => call(url, 'login', { login, password: 'not this one' }),
  'a code': (url, name) => call(url, 'requestCode', { email: `${name}@example.com` }),
  'a reset': (url, name) => call(url, 'requestReset', { email: `${name}@example.com` }),
}

interface Taken {
  somebody: number[]
  nobody: number[]
}

interface Compared {
  somebody: number
  nobody: number
  ratio: number
  from: number
  to: number
}

/** The medians and their ratio, and where that lies in 95 of 100 drawings of as many tries from these. */
function compare({ somebody, nobody }: Taken): Compared {
  const draw = (from: number[]) => Array.from(from, () => from[Math.floor(Math.random() * from.length)] ?? 0)
  const drawn = Array.from({ length: 1_000 }, () => median(draw(somebody)) / median(draw(nobody)))
  const [here, gone] = [median(somebody), median(nobody)]
  return {
    somebody: round(here, 2),
    nobody: round(gone, 2),
    ratio: round(here / gone, 3),
    from: round(percentile(drawn, 2.5), 3),
    to: round(percentile(drawn, 97.5), 3),
  }
}

await runBench(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const remove = closing(() => rm(dataDir, { recursive: true, force: true }))
  const cli = new URL('../../../apps/server/dist/cli.js', import.meta.url).pathname
  const server = await startMeasured({
    args: [cli, 'serve'],
    // Not in production: the codes are drawn in the call, where a difference would show.
    env: { NODE_ENV: 'development', DATA_DIR: dataDir, AUTH_RATE: '0', LOG_LEVEL: 'silent' },
    ready: '/readyz',
  })
  const names = Array.from({ length: 2 * tries }, () => `p-${randomBytes(8).toString('hex')}`)
  const here = names.slice(0, tries)
  const gone = names.slice(tries)
  say(`Making ${tries} people …`)
  for (const name of here)
    await call(server.url, 'register', { email: `${name}@example.com`, username: name, password })
  const figures: Record<string, Compared> = {}
  for (const [name, act] of Object.entries(acts)) {
    for (let at = 0; at < 50; at++) await act(server.url, `warm-${name.length}-${at}`)
    const taken: Taken = { somebody: [], nobody: [] }
    for (let at = 0; at < tries; at++) {
      const pair = [
        ['somebody', here[at] ?? ''],
        ['nobody', gone[at] ?? ''],
      ] as const
      for (const [who, whose] of at % 2 ? pair : pair.toReversed()) taken[who].push(await act(server.url, whose))
    }
    figures[name] = compare(taken)
  }
  await server.stop()
  await remove()
  say(`\nMedians of ${tries} tries each, in milliseconds.\n`)
  const rows = Object.entries(figures).map(([name, figure]) => [name, ...Object.values(figure)])
  say(`${toTable(['', 'somebody', 'nobody', 'ratio', 'from', 'to'], rows)}\n`)
  finish({ bench: 'enumeration', tries, ...figures })
})
