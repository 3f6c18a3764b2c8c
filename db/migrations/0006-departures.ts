import { type Kysely, sql } from 'kysely'

/** Counts those who left a room or were taken out: a process that has not heard of all of them knows by it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table rooms add departures int not null default 0`.execute(db)
}
