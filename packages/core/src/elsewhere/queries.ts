import type { Db } from '@parley/db/database'
import { statement } from '@parley/db/statement'

/** What other processes may have done. */
export interface Elsewhere {
  /** Sessions and API tokens that were revoked in the last ten seconds, by the database's clock. */
  revoked: string[]
  /** The version that each of the rooms has come to. */
  rooms: { id: string; version: number }[]
}

export async function readElsewhere(db: Db, roomIds: string[]): Promise<Elsewhere> {
  const elsewhere: Elsewhere = { revoked: [], rooms: [] }
  for (const { id, version } of await read(db, [roomIds]))
    if (version === null) elsewhere.revoked.push(id)
    else elsewhere.rooms.push({ id, version })
  return elsewhere
}

// Asked twice a second: in one statement, since each answer wakes the process.
const read = statement<{ id: string; version: number | null }>(
  `select id, version from rooms where id = any($1::uuid[])
  union all
  select id, null from sessions where revoked_at > now() - interval '10 seconds'
  union all
  select id, null from api_tokens where revoked_at > now() - interval '10 seconds'`,
)
