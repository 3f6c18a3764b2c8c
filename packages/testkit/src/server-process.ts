import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { setTimeout } from 'node:timers/promises'

const cli = fileURLToPath(new URL('../../../apps/server/src/cli.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

/** `parley serve` as a process of its own, to be killed. */
export interface ServerProcess {
  url: string
  process: ChildProcess
  output(): string
  /** Sends the signal and waits for the end; says the exit code, `null` when it was killed. */
  stop(signal: NodeJS.Signals): Promise<number | null>
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Runs a command of the CLI from its sources. */
export function runCli(args: string[], env: Record<string, string>): { process: ChildProcess; output(): string } {
  const process = spawn(globalThis.process.execPath, ['--conditions=source', '--import', tsx, cli, ...args], {
    env: { PATH: globalThis.process.env['PATH'] ?? '', NODE_ENV: 'test', AUTH_RATE: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [process.stdout, process.stderr]) stream.on('data', (chunk) => (output += chunk))
  return { process, output: () => output }
}

/** Starts the server and waits until it is ready. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const port = env['PORT'] ?? String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const { process, output } = runCli(['serve'], { ...env, PORT: port })
  while (!(await isReady(url))) {
    if (process.exitCode !== null) throw new Error(`The server ended with ${process.exitCode}:\n${output()}`)
    await setTimeout(50)
  }
  const stop = async (signal: NodeJS.Signals) => {
    const ended = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined
    process.kill(signal)
    await ended
    return process.exitCode
  }
  return { url, process, output, stop }
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
