import { type Kysely, sql } from 'kysely'

/** What people send beside words, and their pictures. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files (
      id uuid primary key,
      uploader_id uuid not null references users on delete cascade,
      -- None: it is not sent yet.
      message_id uuid references messages on delete cascade,
      position int,
      kind text not null check (kind in ('image', 'file')),
      name text not null,
      mime_type text not null,
      size int not null,
      width int,
      height int,
      placeholder text,
      has_thumbnail boolean not null,
      created_at timestamptz(3) not null default now(),
      check ((message_id is null) = (position is null))
    )`.execute(db)
  await sql`create index files_of_message on files (message_id, position) where message_id is not null`.execute(db)
  await sql`create index files_unsent on files (uploader_id) where message_id is null`.execute(db)
  await sql`create index files_unsent_oldest on files (created_at) where message_id is null`.execute(db)
  await sql`alter table users add avatar_id uuid`.execute(db)

  // What is to go from the storage, and from when on. Whatever makes a row go, by whichever path, what it stood for is
  // listed here in the same transaction: nothing is left in the storage that nobody knows of.
  await sql`
    create table doomed_files (
      key text primary key,
      due_at timestamptz(3) not null default now()
    )`.execute(db)
  await sql`create index doomed_files_due on doomed_files (due_at)`.execute(db)
  await sql`
    create function doom_file() returns trigger language plpgsql as $$
    begin
      insert into doomed_files (key) values (old.id::text) on conflict do nothing;
      if old.has_thumbnail then
        insert into doomed_files (key) values (old.id::text || '-thumbnail') on conflict do nothing;
      end if;
      return null;
    end $$`.execute(db)
  await sql`create trigger files_doomed after delete on files for each row execute function doom_file()`.execute(db)
  await sql`
    create function doom_avatar() returns trigger language plpgsql as $$
    begin
      insert into doomed_files (key) values ('avatar-' || old.avatar_id) on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger avatars_doomed after update of avatar_id on users for each row
    when (old.avatar_id is not null and old.avatar_id is distinct from new.avatar_id)
    execute function doom_avatar()`.execute(db)
}
