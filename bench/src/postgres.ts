import { createDatabase, withDatabase } from '@parley/testkit/databases/admin'
import { startCluster } from '@parley/testkit/databases/cluster'
import { closing } from './run.js'

/** A PostgreSQL of our own. With `fsync` on it keeps its word: what it has committed is on the disk. */
export async function startPostgres(fsync: 'on' | 'off') {
  const cluster = await startCluster({ settings: { fsync } })
  return {
    /** Another empty database. */
    create: async () => withDatabase(cluster.url, await createDatabase(cluster.url, { locale: 'C.UTF-8' })),
    stop: closing(cluster.stop),
  }
}
