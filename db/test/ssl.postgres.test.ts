import { join } from 'node:path'
import { openDatabase } from '@parley/db/database'
import { findPostgres } from '@parley/testkit/databases/find-postgres'
import { startCluster } from '@parley/testkit/databases/cluster'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

// Only a server of our own can be given a certificate.
test.runIf(findPostgres())('sslmode=require encrypts, whoever signed the certificate', async () => {
  const cluster = await startCluster({
    settings: { ssl: 'on' },
    prepare: async (folder, runAsOwner) => {
      const files = ['-keyout', join(folder, 'server.key'), '-out', join(folder, 'server.crt')]
      const subject = ['-subj', '/CN=localhost', '-days', '2']
      await runAsOwner('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-batch', ...subject, ...files])
    },
  })
  const { db, close } = await openDatabase({ url: `${cluster.url}?sslmode=require`, onError: console.error })
  const { rows } = await sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db)
  expect(rows).toEqual([{ ssl: true }])
  await close()
  await cluster.stop()
})
