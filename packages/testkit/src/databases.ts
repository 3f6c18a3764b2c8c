import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createDatabase, dropDatabase, withDatabase } from './databases/admin.js'
import { scratchFolder } from './databases/scratch.js'
import type { DatabaseSource } from './databases/source.js'

/** An empty, migrated database of its own, as `openDatabase` takes it; close what you opened, then drop it. */
export interface TestDatabase {
  url?: string
  folder?: string
  drop(): Promise<void>
}

/** Which database the tests are running on. */
export const databaseKind = (): DatabaseSource['kind'] => inject('databases').kind

export async function createTestDatabase(): Promise<TestDatabase> {
  const source = inject('databases')
  if (source.kind === 'postgres') {
    const name = await createDatabase(source.url, { template: source.template })
    return { url: withDatabase(source.url, name), drop: () => dropDatabase(source.url, name) }
  }
  const folder = await mkdtemp(join(scratchFolder(), 'parley-test-'))
  // In one go: a thousand small files take their promises longer than their copying.
  cpSync(source.template, folder, { recursive: true })
  return { folder, drop: () => rm(folder, { recursive: true, force: true }) }
}

/** An empty folder for what a test keeps on disk. */
export const createTestFolder = () => mkdtemp(join(tmpdir(), 'parley-test-'))

/** What the environment of a server process says of an empty, migrated database of its own; drop it when it has ended. */
export async function createServerDatabase() {
  const database = await createTestDatabase()
  const dataDir = await createTestFolder()
  // `serve` keeps its embedded database in DATA_DIR/database.
  if (database.folder) cpSync(database.folder, join(dataDir, 'database'), { recursive: true })
  return {
    env: { DATA_DIR: dataDir, ...(database.url && { DATABASE_URL: database.url }) },
    async drop() {
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
