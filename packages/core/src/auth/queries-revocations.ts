import type { Db } from '@parley/db/database'
import { sql } from 'kysely'

/** Sessions and API tokens that were revoked in the last ten seconds, by the database's clock. */
export async function listJustRevoked(db: Db): Promise<string[]> {
  const since = sql<Date>`now() - interval '10 seconds'`
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('revoked_at', '>', since)
    .unionAll(db.selectFrom('api_tokens').select('id').where('revoked_at', '>', since))
    .execute()
  return rows.map((row) => row.id)
}
