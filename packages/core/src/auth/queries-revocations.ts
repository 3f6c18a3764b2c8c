import type { Db } from '@parley/db/database'
import { statement } from '@parley/db/statement'

/** Sessions and API tokens that were revoked in the last ten seconds, by the database's clock. */
export const listJustRevoked = async (db: Db): Promise<string[]> => (await revoked(db, [])).map((row) => row.id)

// Asked twice a second.
const revoked = statement<{ id: string }>(
  `select id from sessions where revoked_at > now() - interval '10 seconds'
  union all
  select id from api_tokens where revoked_at > now() - interval '10 seconds'`,
)
