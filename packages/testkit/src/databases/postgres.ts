import { openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import type { TestProject } from 'vitest/node'
import { createDatabase, dropDatabase, withDatabase } from './admin.js'
import { startCluster } from './cluster.js'
import type { DatabaseSource } from './source.js'

/** Vitest's global set-up for PostgreSQL: the server at TEST_DATABASE_URL, else one of its own. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const { url, stop } = given ? { url: given, stop: async () => {} } : await startCluster()
  const template = await createDatabase(url, { locale: 'C.UTF-8' })
  const { db, close } = await openDatabase({ url: withDatabase(url, template), onError: console.error })
  await migrate(db)
  await close()
  provide('databases', { kind: 'postgres', url, template } satisfies DatabaseSource)
  return async () => {
    await dropDatabase(url, template)
    await stop()
  }
}
