import { type Kysely, sql } from 'kysely'

/** What is shown of the page that a message links to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table link_previews (
      message_id uuid primary key references messages on delete cascade,
      -- The first web address of the message.
      url text not null,
      -- What the page says of itself; null: not yet, nothing, or no more.
      title text,
      description text,
      site_name text,
      -- Somebody took it away: it does not come back.
      removed_at timestamptz(3)
    )`.execute(db)
}
