import { type Kysely, sql } from 'kysely'

/** Who follows a thread and how far they have read it, and what is pinned in a room. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Who writes is not to wait long for this.
  await sql`set local lock_timeout = '3s'`.execute(db)
  await sql`
    create table thread_followers (
      root_id uuid not null,
      user_id uuid not null,
      -- No: they want to be told no more, whatever is said there.
      follows boolean not null default true,
      read_seq int not null default 0,
      -- How many answers there are up to there, so that what is unread is a function of two numbers.
      read_replies int not null default 0,
      primary key (root_id, user_id)
    )`.execute(db)
  await sql`create index thread_followers_person on thread_followers (user_id) where follows`.execute(db)
  // Of the threads that are there: who began them, who answered, and whom the answers name. They have read them.
  await sql`
    insert into thread_followers (root_id, user_id, read_seq, read_replies)
    select distinct t.id, p.user_id, (select max(a.seq) from messages a where a.thread_root_id = t.id), t.reply_count
    from messages t cross join lateral (
      select t.sender_id as user_id
      union select a.sender_id from messages a where a.thread_root_id = t.id
      union select unnest(a.mentions) from messages a where a.thread_root_id = t.id
    ) p join users u on u.id = p.user_id
    where t.reply_count > 0`.execute(db)
  // After that, since it holds up who writes messages.
  await sql`
    alter table thread_followers
      add constraint thread_followers_root_id_fkey foreign key (root_id) references messages on delete cascade,
      add constraint thread_followers_user_id_fkey foreign key (user_id) references users on delete cascade`.execute(db)
  await sql`
    create index messages_pinned on messages (room_id, pinned_at desc, id desc) where pinned_at is not null`.execute(db)
}
