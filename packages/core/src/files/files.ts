import { createHmac, randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '@parley/db/database'
import pLimit from 'p-limit'
import type { Logger } from 'pino'
import type { Clock } from '../clock.js'
import { createPacing } from '../pacing.js'
import { createStorage, type Storage, type StorageConfig } from '../storage/storage.js'
import { doomLater } from './queries.js'
import { createSweeper, type Sweeper } from './sweeper.js'

/** What the process needs to take in, keep and hand out files. */
export interface Files extends Sweeper {
  storage: Storage
  /** Puts a file into the storage, for an hour unless a transaction then says that it stays. */
  keep(key: string, path: string, mimeType: string): Promise<void>
  /** Signs the addresses of files on this machine. */
  linkKey: Buffer
  /** Runs work on pictures, one at a time: each costs the cores and memory. The others wait. */
  onPictures<T>(work: () => Promise<T>): Promise<T>
  /** Waits for a turn to take in some more of a file: a hundred who send at once take half of the event loop at most. */
  turn(): Promise<void>
  /** A folder of its own for what `work` writes before it is kept; gone afterwards. */
  inFolder<T>(work: (folder: string) => Promise<T>): Promise<T>
}

export interface FilesParts {
  config: StorageConfig & { jwtSecret: string }
  db: Db
  clock: Clock
  log: Logger
}

/** Leavings of a process that was killed are older than any upload may take. */
const leavingsMs = 60 * 60_000

export function createFiles({ config, db, clock, log }: FilesParts): Files {
  const linkKey = createHmac('sha256', config.jwtSecret).update('file').digest()
  const storage = createStorage(config, linkKey, clock)
  // One uses all cores by itself, and holds one of the four threads that log-ins and files need too.
  const pictures = pLimit(1)
  const chunks = createPacing()
  const incoming = join(config.folder, 'incoming')
  const sweeper = createSweeper({ db, storage, log, sweepFolder: () => sweepFolder(incoming) })
  return {
    ...sweeper,
    storage,
    linkKey,
    async keep(key, path, mimeType) {
      await doomLater(db, key)
      await storage.put(key, path, mimeType)
    },
    onPictures: (work) => pictures(work),
    turn: () => new Promise((resolve) => chunks.wait(resolve)),
    async inFolder(work) {
      const folder = join(incoming, randomUUID())
      await mkdir(folder, { recursive: true })
      try {
        return await work(folder)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async close() {
      await sweeper.close()
      storage.close()
    },
  }
}

async function sweepFolder(incoming: string): Promise<void> {
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < Date.now() - leavingsMs) await rm(path, { recursive: true, force: true })
  }
}
