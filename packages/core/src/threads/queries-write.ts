import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { ThreadRow } from './mapper.js'

export interface PlaceRow {
  root_id: string
  user_id: string
  /** Null: they have never been asked. */
  follows: boolean | null
  read_seq: number | null
  read_replies: number | null
}

/**
 * Of these threads, who follows them or does not want to, who began them, whom their beginning names, and of `pairs` the
 * people beside: those of all these who are in the room and may see where the thread began.
 */
export const listPlaces = async (
  tx: Tx,
  rootIds: string[],
  pairs: { rootId: string; userId: string }[],
): Promise<PlaceRow[]> => {
  const { rows } = await sql<PlaceRow>`
    select r.id as root_id, m.user_id, f.follows, f.read_seq, f.read_replies
    from messages r cross join lateral (
      select user_id from thread_followers where root_id = r.id
      union select r.sender_id
      union select unnest(r.mentions)
      union select w.user_id
        from unnest(${pairs.map((pair) => pair.rootId)}::uuid[], ${pairs.map((pair) => pair.userId)}::uuid[])
          as w (root_id, user_id) where w.root_id = r.id
    ) p
    join members m on m.room_id = r.room_id and m.user_id = p.user_id and m.visible_from_seq <= r.seq
    left join thread_followers f on f.root_id = r.id and f.user_id = m.user_id
    where r.id = any(${rootIds}::uuid[])`.execute(tx)
  return rows
}

export const listFollowerIds = async (tx: Tx, rootId: string): Promise<string[]> => {
  const rows = await tx
    .selectFrom('thread_followers')
    .select('user_id')
    .where('root_id', '=', rootId)
    .where('follows', '=', true)
    .execute()
  return rows.map((row) => row.user_id)
}

export interface Place {
  rootId: string
  userId: string
  follows: boolean
  readSeq: number
  readReplies: number
}

/** Under the lock of the room, in which nobody else decides who follows; what was read meanwhile stays read. */
export const savePlaces = async (tx: Tx, places: Place[]): Promise<void> => {
  const column = <K extends keyof Place>(name: K) => places.map((place) => place[name])
  await sql`
    insert into thread_followers (root_id, user_id, follows, read_seq, read_replies)
    select * from unnest(${column('rootId')}::uuid[], ${column('userId')}::uuid[], ${column('follows')}::boolean[],
      ${column('readSeq')}::int[], ${column('readReplies')}::int[])
    on conflict (root_id, user_id) do update set follows = excluded.follows,
      read_seq = greatest(thread_followers.read_seq, excluded.read_seq),
      read_replies = greatest(thread_followers.read_replies, excluded.read_replies)`.execute(tx)
}

/** These people follow from now on, but for who has said that they will not; what was said so far they have read. */
export const followFromNow = async (tx: Tx, rootId: string, userIds: string[]): Promise<void> => {
  await sql`
    insert into thread_followers (root_id, user_id, read_seq, read_replies)
    select r.id, m.user_id, (select coalesce(max(seq), 0) from messages where thread_root_id = r.id), r.reply_count
    from messages r join members m on m.room_id = r.room_id and m.visible_from_seq <= r.seq
    where r.id = ${rootId} and m.user_id = any(${userIds}::uuid[])
    on conflict do nothing`.execute(tx)
}

/** Who follows anew has read what was said so far. */
export const setFollowing = async (
  tx: Tx,
  { rootId, userId, on }: { rootId: string; userId: string; on: boolean },
): Promise<void> => {
  const anew = sql`excluded.follows and not thread_followers.follows`
  await sql`
    insert into thread_followers (root_id, user_id, follows, read_seq, read_replies)
    select r.id, ${userId}::uuid, ${on}::boolean,
      (select coalesce(max(seq), 0) from messages where thread_root_id = r.id), r.reply_count
    from messages r where r.id = ${rootId}
    on conflict (root_id, user_id) do update set follows = excluded.follows,
      read_seq = case when ${anew} then excluded.read_seq else thread_followers.read_seq end,
      read_replies = case when ${anew} then excluded.read_replies else thread_followers.read_replies end`.execute(tx)
}

/** Moves the pointer of who has one, and never back. */
export const moveThreadPointer = async (
  db: Db,
  { root_id, room_id, reply_count }: ThreadRow,
  userId: string,
  to: { seq: number; count: number },
): Promise<ThreadRow | undefined> => {
  const { rows } = await sql<Omit<ThreadRow, 'room_id' | 'reply_count'>>`
    update thread_followers
    set read_seq = greatest(read_seq, ${to.seq}::int), read_replies = greatest(read_replies, ${to.count}::int)
    where root_id = ${root_id} and user_id = ${userId}
    returning root_id, follows, read_seq, read_replies`.execute(db)
  return rows[0] && { ...rows[0], room_id, reply_count }
}
