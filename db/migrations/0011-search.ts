import { type Kysely, sql } from 'kysely'

/**
 * What messages are found by. It follows the messages in its own time: `search_progress` says up to which version of a
 * room it has come, and whoever searches reads the few that are newer themselves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_entries (
      room_id uuid not null,
      -- When and where the message was said: of the same room, its order.
      at timestamptz(3) not null,
      seq int not null,
      -- Numbers that stand for its words; core makes them, the database only compares them.
      tokens int[] not null,
      primary key (room_id, at, seq)
    )`.execute(db)
  // What comes is put aside and sorted in by the megabyte: half the work, and only the indexer waits for it.
  await sql`
    create index search_entries_tokens on search_entries using gin (tokens)
    with (gin_pending_list_limit = 2048)`.execute(db)

  await sql`
    create table search_progress (
      room_id uuid primary key references rooms on delete cascade,
      -- Every change of the room's messages up to this one is in search_entries.
      version bigint not null default 0
    )`.execute(db)
  await sql`insert into search_progress (room_id) select id from rooms`.execute(db)
  await sql`
    create function begin_search_progress() returns trigger language plpgsql as $$
    begin
      insert into search_progress (room_id) values (new.id) on conflict do nothing;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger rooms_searched after insert on rooms for each row
    execute function begin_search_progress()`.execute(db)

  // Whatever takes a message back, by whichever path, it is found no more.
  await sql`
    create function forget_search_entry() returns trigger language plpgsql as $$
    begin
      delete from search_entries where room_id = old.room_id and at = old.created_at and seq = old.seq;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger messages_taken_back after update of deleted_at on messages for each row
    when (new.deleted_at is not null)
    execute function forget_search_entry()`.execute(db)
  await sql`
    create trigger messages_gone after delete on messages for each row
    execute function forget_search_entry()`.execute(db)
}
