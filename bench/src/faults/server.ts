import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@parley/testkit/server-process'

/** The built server as a process of its own, at one address whatever happens to it. */
export interface Server {
  port: number
  /** What it said before each time that it ended without being told to. */
  readonly crashes: string[]
  readonly running: boolean
  start(): Promise<void>
  /** Sends the signal and waits for the end. */
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  freeze(ms: number): Promise<void>
  /** Stops it and leaves nothing behind. */
  end(): Promise<void>
}

const patienceMs = 30_000

export async function createServer(folder: string, databasePort: number): Promise<Server> {
  const cli = join(folder, 'apps/server/dist/cli.js')
  if (!existsSync(cli)) throw new Error(`${cli} is not there: build it first (npm run build).`)
  const port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-faults-'))
  const env = {
    NODE_ENV: 'production',
    PORT: String(port),
    DATABASE_URL: `postgres://postgres@127.0.0.1:${databasePort}/postgres`,
    DATA_DIR: dataDir,
    JWT_SECRET: randomBytes(32).toString('hex'),
    MESSAGE_RATE: '0',
    SOCKET_CALLS: '0',
    AUTH_RATE: '0',
    LOG_LEVEL: 'warn',
  }
  let child: ChildProcess | undefined
  let told = false
  const crashes: string[] = []
  let output: string[] = []

  async function start(): Promise<void> {
    told = false
    const started = (child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] }))
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => (output = [...output, chunk.toString()].slice(-200)))
    started.once('exit', () => {
      if (!told) crashes.push(output.join('').slice(-3_000))
    })
    const deadline = performance.now() + patienceMs
    while (!(await isReady(port))) {
      if (started.exitCode !== null || performance.now() > deadline)
        throw new Error(`The server did not become ready:\n${output.join('')}`)
      await sleep(20)
    }
  }

  async function stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ended = isRunning() ? once(child as ChildProcess, 'exit') : undefined
    told = true
    child?.kill(signal)
    await ended
  }

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null

  return {
    port,
    start,
    stop,
    crashes,
    get running() {
      return isRunning()
    },
    async freeze(ms) {
      child?.kill('SIGSTOP')
      await sleep(ms)
      child?.kill('SIGCONT')
    },
    async end() {
      await stop('SIGKILL')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  )
