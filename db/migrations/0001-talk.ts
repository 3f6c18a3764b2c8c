import { type Kysely, sql } from 'kysely'

/**
 * People, rooms and the log of what is said in them. Times have millisecond precision, so that a cursor made
 * from a JavaScript Date finds its row again. How the counters of `rooms` order everything is told in
 * docs/architecture.md.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table schema_info (
      one_row boolean primary key default true check (one_row),
      -- The newest migration that a binary must know to run here.
      min_binary text not null
    )`.execute(db)

  await sql`
    create table users (
      id uuid primary key,
      username text not null unique,
      email text not null unique,
      email_verified_at timestamptz(3),
      display_name text not null,
      status_text text,
      password_hash text,
      created_at timestamptz(3) not null default now(),
      last_seen_at timestamptz(3),
      check (username = lower(username) and email = lower(email))
    )`.execute(db)
  // Prefix search on names; the operator class works whatever the collation is.
  await sql`create index users_display_name on users (lower(display_name) text_pattern_ops)`.execute(db)
  await sql`create index users_username on users (username text_pattern_ops)`.execute(db)

  await sql`
    create table sessions (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      -- Refresh tokens are derived from (id, generation); only the hash of the current one is kept.
      generation int not null default 1,
      refresh_hash bytea not null,
      user_agent text,
      ip text,
      created_at timestamptz(3) not null default now(),
      last_used_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null,
      revoked_at timestamptz(3)
    )`.execute(db)
  await sql`create index sessions_user on sessions (user_id)`.execute(db)

  await sql`
    create table rooms (
      id uuid primary key,
      kind text not null check (kind in ('public', 'private', 'direct')),
      name text,
      topic text,
      -- The people of a direct room: there is one room for each set of them.
      direct_key text unique,
      created_at timestamptz(3) not null default now(),
      archived_at timestamptz(3),
      -- Advanced under this row's lock, in the transaction that writes, and nowhere else.
      last_seq int not null default 0,
      last_main int not null default 0,
      version bigint not null default 0,
      member_count int not null default 0,
      check ((kind = 'direct') = (direct_key is not null)),
      check ((kind = 'direct') or (name is not null))
    )`.execute(db)
  await sql`create index rooms_public on rooms (created_at desc, id desc) where kind = 'public'`.execute(db)

  await sql`
    create table members (
      room_id uuid not null references rooms on delete cascade,
      user_id uuid not null references users on delete cascade,
      role text not null default 'member' check (role in ('owner', 'admin', 'moderator', 'member')),
      joined_at timestamptz(3) not null default now(),
      read_seq int not null default 0,
      read_main int not null default 0,
      -- Counts the moves of the two above, so that a device can tell a newer from an older one.
      read_version int not null default 0,
      -- The furthest they ever were: what others are shown. Marking as unread does not take it back.
      seen_seq int not null default 0,
      -- The first message this person may see.
      visible_from_seq int not null default 1,
      notify text not null default 'all' check (notify in ('all', 'mentions', 'none')),
      muted_until timestamptz(3),
      primary key (room_id, user_id)
    )`.execute(db)
  await sql`create index members_user on members (user_id)`.execute(db)
  await sql`create index members_joined on members (room_id, joined_at, user_id)`.execute(db)

  await sql`
    create table messages (
      id uuid primary key,
      room_id uuid not null references rooms on delete cascade,
      seq int not null,
      -- Its place in the main timeline; null for a reply that shows in its thread only.
      main_no int,
      version bigint not null,
      client_id uuid not null,
      sender_id uuid not null references users,
      body text not null,
      created_at timestamptz(3) not null default now(),
      edited_at timestamptz(3),
      deleted_at timestamptz(3),
      reply_to_id uuid references messages,
      thread_root_id uuid references messages,
      also_to_room boolean not null default false,
      reply_count int not null default 0,
      mentions uuid[] not null default '{}',
      pinned_at timestamptz(3),
      unique (room_id, sender_id, client_id),
      unique (room_id, seq),
      unique (room_id, version)
    )`.execute(db)
  await sql`create unique index messages_main on messages (room_id, main_no) where main_no is not null`.execute(db)
  await sql`create index messages_thread on messages (thread_root_id, seq) where thread_root_id is not null`.execute(db)

  await sql`
    create table message_edits (
      message_id uuid not null references messages on delete cascade,
      -- What the message said until then.
      body text not null,
      edited_at timestamptz(3) not null default now(),
      version bigint not null,
      primary key (message_id, version)
    )`.execute(db)

  await sql`
    create table reactions (
      message_id uuid not null references messages on delete cascade,
      emoji text not null,
      user_id uuid not null references users on delete cascade,
      -- The room's version when it was made: the order of first use.
      version bigint not null,
      primary key (message_id, emoji, user_id)
    )`.execute(db)
}
