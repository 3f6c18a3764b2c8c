import { type Kysely, sql } from 'kysely'

/** More ways to come in and to go: OpenID Connect, invitations to the server, the first administrator, another address, erasure. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Gone for good; the row stays as the author of what was said.
  await sql`alter table users add column erased_at timestamptz(3)`.execute(db)

  await sql`
    create table linked_identities (
      -- Who vouches, and by which name they know the person: nothing else says who it is, least of all an address.
      issuer text not null,
      subject text not null,
      user_id uuid not null references users on delete cascade,
      -- By which configured provider it came.
      provider text not null,
      created_at timestamptz(3) not null default now(),
      primary key (issuer, subject)
    )`.execute(db)
  await sql`create index linked_identities_user on linked_identities (user_id)`.execute(db)

  // Whether who asked showed an invitation that works: then the code may make a person where SIGNUP is invite.
  await sql`alter table login_codes add column invited boolean not null default false`.execute(db)

  await sql`
    create table setup_code (
      one_row boolean primary key default true check (one_row),
      code_hash bytea not null
    )`.execute(db)

  await sql`
    create table email_changes (
      id uuid primary key,
      user_id uuid not null references users on delete cascade,
      -- The new address; once it is confirmed, the old one, which is to be told.
      email text not null check (email = lower(email)),
      -- Null until the code is drawn, which who mails it does, and again once it is confirmed.
      code_hash bytea,
      tries int not null default 0,
      expires_at timestamptz(3) not null,
      confirmed_at timestamptz(3)
    )`.execute(db)
  await sql`create unique index email_changes_open on email_changes (user_id) where confirmed_at is null`.execute(db)
  await sql`create index email_changes_user on email_changes (user_id)`.execute(db)
}
