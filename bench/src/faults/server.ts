import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@parley/testkit/server-process'

/** The built server as a process of its own. */
export interface Server {
  /** Where the one that serves now listens. */
  readonly port: number
  /** What its tokens are signed with. */
  jwtSecret: string
  /** What it said before each time that it ended without being told to. */
  readonly crashes: string[]
  readonly running: boolean
  start(): Promise<void>
  /** Sends the signal and waits for the end. */
  stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  freeze(ms: number): Promise<void>
  /** Starts a second one beside it, and tells the first to end when `share` is done, as a deployment does. */
  roll(share: (port: number) => Promise<void>): Promise<void>
  /** Stops it and leaves nothing behind. */
  end(): Promise<void>
}

const patienceMs = 30_000

export async function createServer(folder: string, databasePort: number): Promise<Server> {
  const cli = join(folder, 'apps/server/dist/cli.js')
  if (!existsSync(cli)) throw new Error(`${cli} is not there: build it first (npm run build).`)
  let port = await freePort()
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-faults-'))
  const jwtSecret = randomBytes(32).toString('hex')
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: `postgres://postgres@127.0.0.1:${databasePort}/postgres`,
    DATA_DIR: dataDir,
    JWT_SECRET: jwtSecret,
    MESSAGE_RATE: '0',
    SOCKET_CALLS: '0',
    AUTH_RATE: '0',
    LOG_LEVEL: 'warn',
  }
  let child: ChildProcess | undefined
  /** Those that were told to end. */
  const told = new WeakSet<ChildProcess>()
  const crashes: string[] = []

  async function start(at = port): Promise<void> {
    let output: string[] = []
    const started = spawn(process.execPath, [cli, 'serve'], {
      env: { ...env, PORT: String(at) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => (output = [...output, chunk.toString()].slice(-200)))
    started.once('exit', () => {
      if (!told.has(started)) crashes.push(output.join('').slice(-3_000))
    })
    child = started
    const deadline = performance.now() + patienceMs
    while (!(await isReady(at))) {
      if (!isRunning(started) || performance.now() > deadline)
        throw new Error(`The server did not become ready:\n${output.join('')}`)
      await sleep(20)
    }
  }

  async function end(one: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!one) return
    const ended = isRunning(one) ? once(one, 'exit') : undefined
    told.add(one)
    one.kill(signal)
    await ended
  }

  return {
    get port() {
      return port
    },
    jwtSecret,
    start: () => start(),
    stop: (signal) => end(child, signal),
    crashes,
    get running() {
      return isRunning(child)
    },
    async freeze(ms) {
      child?.kill('SIGSTOP')
      await sleep(ms)
      child?.kill('SIGCONT')
    },
    async roll(share) {
      const old = child
      const next = await freePort()
      await start(next)
      port = next
      await share(next)
      await end(old, 'SIGTERM')
    },
    async end() {
      await end(child, 'SIGKILL')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const isRunning = (child: ChildProcess | undefined): boolean =>
  child !== undefined && child.exitCode === null && child.signalCode === null

const isReady = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  )
