import { type Kysely, sql } from 'kysely'

/** Who runs a room and who may come into it, who is meant by a message, and what people set for themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table rooms
      add deleted_at timestamptz(3),
      -- From where on newcomers see what was said.
      add history text not null default 'start' check (history in ('start', 'join')),
      -- Between two messages of one person; 0: no slow mode.
      add slow_seconds int not null default 0 check (slow_seconds >= 0),
      -- Whether who comes and goes is told by a note in the room.
      add announces boolean not null default false,
      -- Everybody who registers is in it.
      add is_default boolean not null default false`.execute(db)
  await sql`create index rooms_default on rooms (id) where is_default`.execute(db)

  await sql`
    alter table members
      add favourite boolean not null default false,
      -- Their latest message, for slow mode.
      add last_sent_at timestamptz(3)`.execute(db)

  await sql`alter table users add shows_receipts boolean not null default true`.execute(db)

  // A constant default rewrites nothing, however many messages there are; a check would read them all.
  await sql`
    alter table messages
      add kind text not null default 'text',
      -- 'here' or 'room': whom it calls beside those in mentions.
      add audience text`.execute(db)

  await sql`
    create table mentions (
      room_id uuid not null references rooms on delete cascade,
      seq int not null,
      message_id uuid not null references messages on delete cascade,
      sender_id uuid not null references users on delete cascade,
      -- Null: everybody in the room, so that calling ten thousand people writes one row.
      user_id uuid references users on delete cascade
    )`.execute(db)
  await sql`create unique index mentions_person on mentions (room_id, user_id, seq) where user_id is not null`.execute(
    db,
  )
  await sql`create unique index mentions_everybody on mentions (room_id, seq) where user_id is null`.execute(db)
  await sql`create index mentions_message on mentions (message_id)`.execute(db)

  await sql`
    create table room_invites (
      id uuid primary key,
      room_id uuid not null references rooms on delete cascade,
      created_by uuid not null references users on delete cascade,
      code text not null unique,
      created_at timestamptz(3) not null default now(),
      expires_at timestamptz(3),
      max_uses int check (max_uses > 0),
      uses int not null default 0,
      revoked_at timestamptz(3),
      check (uses <= max_uses)
    )`.execute(db)
  await sql`create index room_invites_room on room_invites (room_id, created_at, id)`.execute(db)

  await sql`
    create table room_bans (
      room_id uuid not null references rooms on delete cascade,
      user_id uuid not null references users on delete cascade,
      banned_by uuid not null references users on delete cascade,
      reason text,
      created_at timestamptz(3) not null default now(),
      primary key (room_id, user_id)
    )`.execute(db)

  // Of people who left while they were muted: coming back does not give them their voice back.
  await sql`
    create table room_mutes (
      room_id uuid not null references rooms on delete cascade,
      user_id uuid not null references users on delete cascade,
      until timestamptz(3) not null,
      primary key (room_id, user_id)
    )`.execute(db)

  await sql`
    create table blocks (
      user_id uuid not null references users on delete cascade,
      blocked_id uuid not null references users on delete cascade,
      created_at timestamptz(3) not null default now(),
      primary key (user_id, blocked_id)
    )`.execute(db)

  // Who did what, when, and from where. It outlives what it tells of, so nothing here refers to other tables.
  await sql`
    create table audit_log (
      id uuid primary key,
      at timestamptz(3) not null default now(),
      actor_id uuid not null,
      act text not null,
      room_id uuid,
      target_id uuid,
      details jsonb not null default '{}',
      ip text not null,
      user_agent text
    )`.execute(db)
  await sql`create index audit_log_room on audit_log (room_id, at, id)`.execute(db)
}
