import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@parley/testkit/server-process'
import { closing } from './run.js'

/** A server under measurement, in a process of its own. */
export interface Measured {
  url: string
  process: ChildProcess
  /** Microseconds of CPU since it began, kernel included. */
  cpu(): Promise<number>
  /** The kernel's part of it. */
  kernel(): Promise<number>
  /** Resident bytes after a collection of garbage. */
  memory(): Promise<number>
  /** Resident bytes as they are: to collect garbage again and again would take the time that is measured. */
  resident(): Promise<number>
  stop(): Promise<void>
}

interface Options {
  /** The arguments of node. */
  args: string[]
  env: Record<string, string>
  /** The path that answers once the server is ready. */
  ready?: string
  /** Where to listen; without it, on a free port. */
  port?: number
}

const probe = new URL('probe.mjs', import.meta.url).href

/** Starts a server with the probe inside, and waits until it is ready. */
export async function startMeasured({ args, env, ready = '/', port: given }: Options): Promise<Measured> {
  const port = given ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const nodeArgs = ['--expose-gc', '--import', probe, ...(process.env['BENCH_NODE_ARGS']?.split(' ') ?? []), ...args]
  const child = spawn(process.execPath, nodeArgs, {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const stop = closing(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  })
  for (const until = Date.now() + 30_000; !(await answers(url + ready)); await setTimeout(50))
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${args.join(' ')} did not start.`)

  async function ask<T>(question: string): Promise<T> {
    const answer = once(child, 'message')
    child.send(question)
    return (await answer)[0] as T
  }

  const usage = async () => (await ask<{ cpu: NodeJS.CpuUsage }>('cpu')).cpu

  return {
    url,
    process: child,
    async cpu() {
      const { user, system } = await usage()
      return user + system
    },
    kernel: async () => (await usage()).system,
    memory: async () => (await ask<{ memory: number }>('memory')).memory,
    resident: async () => (await ask<{ memory: number }>('resident')).memory,
    stop,
  }
}

/** Runs a peer that is written in TypeScript beside the bench. */
export const startPeer = (file: URL, env: Record<string, string> = {}) =>
  startMeasured({ args: ['--conditions=source', '--import', import.meta.resolve('tsx'), fileURLToPath(file)], env })

const answers = (url: string) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )
