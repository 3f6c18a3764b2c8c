import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The program of an installed package. */
export const bin = (name) => `${root}node_modules/.bin/${name}`

/** Nothing that we start reports home or colours a captured log by accident. */
export const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }

/** Starts a program in the project's root; its output goes where ours goes. */
export const start = (command, args, options = {}) =>
  spawn(command, args, { cwd: root, env, stdio: 'inherit', ...options })

/** Settles with the exit code, as a shell tells it. */
export const exitOf = (child) =>
  new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code, signal) => done(signal ? 128 + (signals[signal] ?? 0) : code))
  })

const signals = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

export const run = (command, args, options) => exitOf(start(command, args, options))

/** Keeps what the program prints, so that only a failure is shown. */
export async function runQuietly(command, args, options = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return { code: await exitOf(child), output }
}

/**
 * Hands the signals that end us on to what we started. Those have process groups of their own, so that Ctrl-C in a
 * terminal reaches each once.
 */
export function endTogether(...children) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => children.forEach((child) => child.kill(signal)))
}
