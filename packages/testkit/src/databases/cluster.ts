import { execFile } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findPostgres } from './find-postgres.js'

const exec = promisify(execFile)

export interface Cluster {
  /** Of a database that may do everything and holds nothing. */
  url: string
  /** Where it keeps its files. */
  folder: string
  stop(): Promise<void>
}

type RunAsOwner = (program: string, args: string[]) => Promise<void>

interface ClusterOptions {
  /** Further settings, as in postgresql.conf. */
  settings?: Record<string, string>
  /** Runs before the server starts, when its folder is there. */
  prepare?: (folder: string, runAsOwner: RunAsOwner) => Promise<void>
}

/** A throw-away PostgreSQL on a free port of the loopback; about a second. */
export async function startCluster({ settings = {}, prepare }: ClusterOptions = {}): Promise<Cluster> {
  const bin = findPostgres()
  if (!bin) throw new Error('No PostgreSQL server programs on this machine.')
  const parent = await mkdtemp(join(tmpdir(), 'parley-pg-'))
  const folder = join(parent, 'cluster')
  try {
    if (process.getuid?.() === 0) await chown(parent, ...(await idsOf('postgres')))
    const locale = ['-E', 'UTF8', '--locale=C.UTF-8']
    await runAsOwner(join(bin, 'initdb'), ['-D', folder, '-A', 'trust', '-U', 'postgres', '-N', ...locale])
    await prepare?.(folder, runAsOwner)
    const port = await freePort()
    // Nothing here outlives the run, so nothing needs to reach the disk.
    const all = { listen_addresses: '127.0.0.1', port: String(port), fsync: 'off', max_connections: '200', ...settings }
    const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)
    const log = join(parent, 'log')
    await runAsOwner(join(bin, 'pg_ctl'), [
      '-w',
      '-D',
      folder,
      '-l',
      log,
      '-o',
      `-k ${parent} ${options.join(' ')}`,
      'start',
    ])
    const stop = async () => {
      await runAsOwner(join(bin, 'pg_ctl'), ['-w', '-D', folder, '-m', 'immediate', 'stop'])
      await rm(parent, { recursive: true, force: true })
    }
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, folder, stop }
  } catch (cause) {
    await rm(parent, { recursive: true, force: true })
    throw new Error('A PostgreSQL for the tests did not start.', { cause })
  }
}

/** PostgreSQL refuses to run as root; in a container the tests may well be. */
async function runAsOwner(program: string, args: string[]): Promise<void> {
  const [file, ...rest] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', program] : [program]
  await exec(file, [...rest, ...args], { cwd: tmpdir() })
}

async function idsOf(user: string): Promise<[uid: number, gid: number]> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (which) => Number((await exec('id', [which, user])).stdout)),
  )
  return [uid as number, gid as number]
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
