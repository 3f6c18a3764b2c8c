import type { Db } from '@parley/db/database'
import { sql } from 'kysely'

/** How many rows of all tables were written, new or changed, by what `work` did. */
export async function countRows(db: Db, work: () => Promise<unknown>): Promise<number> {
  const { rows: begun } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db)
  await work()
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  let written = 0
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(name)}
      where xmin::text::bigint > ${begun[0]?.id ?? ''}::bigint`.execute(db)
    written += rows[0]?.count ?? 0
  }
  return written
}
