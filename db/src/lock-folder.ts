import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The folder of an embedded database is in use by another process. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError'
}

/**
 * Keeps a second process out of `folder` and returns the unlocking. Two PGlites on one folder lose writes without a
 * word. A listening socket is the lock, since it dies with its process; a file with a process id does not, and in
 * a container the id is always the same.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = socketPath(folder)
  if (await answers(path))
    throw new FolderInUseError(
      `The embedded database in ${folder} is in use by another process. Stop it, set DATA_DIR to another folder, or set DATABASE_URL.`,
    )
  await rm(path, { force: true })
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((done, fail) => server.once('error', fail).listen(path, done))
  server.unref()
  return () => new Promise((done) => server.close(() => done()))
}

/** In the folder itself where the name fits: a Unix socket's path ends at 107 bytes. */
function socketPath(folder: string): string {
  const inside = join(resolve(folder), 'in-use.sock')
  if (Buffer.byteLength(inside) <= 100) return inside
  return join(tmpdir(), `parley-${createHash('sha256').update(inside).digest('hex').slice(0, 24)}.sock`)
}

function answers(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(path)
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
}
