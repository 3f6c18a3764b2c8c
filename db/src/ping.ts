import { sql } from 'kysely'
import type { Db } from './database.js'

/** Whether the database answers within two seconds. */
export async function pingDatabase(db: Db): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref())
  return Promise.race([sql`select 1`.execute(db).then(() => true), late])
}
