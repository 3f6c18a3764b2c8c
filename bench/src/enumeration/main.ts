import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMeasured } from '../measured.js'
import { finish, median, readNumber, round, say, toTable } from '../report.js'
import { closing, runBench } from '../run.js'

// Whether the time of an answer tells who is here: as many tries for somebody as for nobody, in turns, each for another
// name, so that no lock falls. The medians must lie within five per cent of one another.

const tries = readNumber('tries', 200)
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
  say(`Making ${tries} people …`)
  for (let at = 0; at < tries; at++)
    await call(server.url, 'register', { email: `here-${at}@example.com`, username: `here-${at}`, password })
  const figures: Record<string, { somebody: number; nobody: number; ratio: number }> = {}
  for (const [name, act] of Object.entries(acts)) {
    for (let at = 0; at < 20; at++) await act(server.url, `warm-${name.length}-${at}`)
    const taken = { here: [] as number[], gone: [] as number[] }
    for (let at = 0; at < tries; at++)
      for (const who of at % 2 ? (['here', 'gone'] as const) : (['gone', 'here'] as const))
        taken[who].push(await act(server.url, `${who}-${at}`))
    const [somebody, nobody] = [median(taken.here), median(taken.gone)]
    figures[name] = { somebody: round(somebody, 2), nobody: round(nobody, 2), ratio: round(somebody / nobody, 3) }
  }
  await server.stop()
  await remove()
  say(`\nMedians of ${tries} tries each, in milliseconds.\n`)
  const rows = Object.entries(figures).map(([name, figure]) => [name, ...Object.values(figure)])
  say(`${toTable(['', 'somebody', 'nobody', 'ratio'], rows)}\n`)
  finish({ bench: 'enumeration', tries, ...figures })
})
