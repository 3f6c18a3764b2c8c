import { type Kysely, sql } from 'kysely'

/** What proves who somebody is, besides a password and a session. Of every secret only a hash is kept, but for the seed of a second factor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table users
      add column disabled_at timestamptz(3),
      add column is_admin boolean not null default false`.execute(db)
  // Every process asks twice a second which sessions have just been revoked.
  await sql`create index sessions_revoked on sessions (revoked_at) where revoked_at is not null`.execute(db)

  await sql`
    create table api_tokens (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      name text not null,
      token_hash bytea not null unique,
      scopes text[] not null,
      created_at timestamptz(3) not null default now(),
      last_used_at timestamptz(3),
      expires_at timestamptz(3),
      revoked_at timestamptz(3)
    )`.execute(db)
  await sql`create index api_tokens_user on api_tokens (user_id)`.execute(db)
  await sql`create index api_tokens_revoked on api_tokens (revoked_at) where revoked_at is not null`.execute(db)

  await sql`
    create table login_codes (
      -- One for each address, of a person or not: a new one voids the old.
      email text primary key check (email = lower(email)),
      id uuid not null unique,
      -- Null until the code is drawn, which who mails it does.
      code_hash bytea,
      tries int not null default 0,
      expires_at timestamptz(3) not null
    )`.execute(db)

  await sql`create index login_codes_expiry on login_codes (expires_at)`.execute(db)

  await sql`
    create table password_resets (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      -- Null until the token is drawn, which who mails it does.
      token_hash bytea unique,
      expires_at timestamptz(3) not null
    )`.execute(db)

  await sql`create index password_resets_expiry on password_resets (expires_at)`.execute(db)

  await sql`
    create table second_factors (
      user_id uuid primary key references users on delete cascade,
      secret bytea not null,
      -- Null while it is being set up: log-ins do not ask for it yet.
      confirmed_at timestamptz(3),
      -- The 30-second step of the last code that was taken: no code is good twice.
      last_step bigint not null default 0
    )`.execute(db)

  await sql`
    create table recovery_codes (
      user_id uuid not null references second_factors on delete cascade,
      code_hash bytea not null,
      primary key (user_id, code_hash)
    )`.execute(db)
}
