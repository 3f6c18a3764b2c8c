import { type Kysely, sql } from 'kysely'

/** What members report to those who moderate a room. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reports (
      id uuid primary key,
      room_id uuid not null references rooms on delete cascade,
      message_id uuid not null references messages on delete cascade,
      reported_by uuid not null references users on delete cascade,
      reason text not null,
      created_at timestamptz(3) not null default now(),
      closed_at timestamptz(3),
      closed_by uuid references users on delete set null,
      outcome text check (outcome in ('resolved', 'dismissed')),
      check ((closed_at is null) = (outcome is null))
    )`.execute(db)
  await sql`create index reports_open on reports (room_id, created_at, id) where closed_at is null`.execute(db)
  // Reporting twice is one report, as long as it waits.
  await sql`create unique index reports_once on reports (message_id, reported_by) where closed_at is null`.execute(db)
  // Those who run a room are few, also where ten thousand are in it.
  await sql`create index members_staff on members (room_id, role) where role <> 'member'`.execute(db)
}
