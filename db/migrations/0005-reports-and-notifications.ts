import { type Kysely, sql } from 'kysely'

/** What members report to those who moderate a room, and what each is told of. */
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
  // The words of a name by their beginnings.
  await sql`create index users_words on users using gin (to_tsvector('simple', display_name))`.execute(db)

  await sql`
    alter table mentions
      -- 'reply': it answers the person, and does not count as a mention.
      add reason text not null default 'mention',
      -- The room's when the person was called, which may be by an edit.
      add version bigint not null default 0,
      add at timestamptz(3) not null default now()`.execute(db)
  await sql`
    update mentions n set at = m.created_at from messages m where m.id = n.message_id`.execute(db)
  await sql`create index mentions_newest on mentions (user_id, at desc, message_id desc)`.execute(db)
  await sql`
    create index mentions_everybody_newest on mentions (room_id, at desc, message_id desc)
    where user_id is null`.execute(db)
  // Who calls everybody calls those who are there by then: with a lower version it was before they came.
  await sql`alter table members add joined_version bigint not null default 0`.execute(db)

  // What a person is told of beside what messages say to them, which is in mentions.
  await sql`
    create table notifications (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      room_id uuid not null references rooms on delete cascade,
      reason text not null check (reason in ('reaction', 'added')),
      actor_id uuid not null references users on delete cascade,
      message_id uuid references messages on delete cascade,
      emoji text,
      at timestamptz(3) not null default now(),
      read_at timestamptz(3)
    )`.execute(db)
  await sql`create index notifications_newest on notifications (user_id, at desc, id desc)`.execute(db)
  await sql`create index notifications_unread on notifications (user_id, room_id) where read_at is null`.execute(db)
  await sql`
    create unique index notifications_reaction on notifications (message_id, actor_id, emoji)
    where message_id is not null`.execute(db)

  // Mentions and replies are read with their room; here are those that were marked by themselves.
  await sql`
    create table notification_reads (
      message_id uuid not null references messages on delete cascade,
      user_id uuid not null references users on delete cascade,
      primary key (message_id, user_id)
    )`.execute(db)
}
