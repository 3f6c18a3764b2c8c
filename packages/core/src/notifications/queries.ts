import { limits } from '@parley/contract/limits'
import type { Db } from '@parley/db/database'
import { type RawBuilder, sql } from 'kysely'
import type { NotificationRow, UnreadRow } from './mapper.js'
import { sayingOf } from '../messages/queries.js'
import { userJson } from '../users/queries.js'

// What a person is told of is worked out when it is asked for: from `mentions`, where calling ten thousand people is
// one row, and from `notifications`. Rooms they are not in, people they have blocked and what they do not want to hear
// of are left out here, so that none of it has to be unmade when it changes.

/** The rooms of the person that may tell them something. */
const mine = (userId: string, which = sql`true`) => sql`
  select m.room_id, m.read_seq, m.visible_from_seq, m.joined_version, m.notify, r.last_seq
  from members m join rooms r on r.id = m.room_id and r.deleted_at is null
  where m.user_id = ${userId} and m.notify <> 'none' and ${which}`

/** As an array, the few whom a person has blocked are read once, and not looked up for every row. */
const notBlocked = (userId: string, actor: string) =>
  sql`${sql.ref(actor)} <> all (array(select b.blocked_id from blocks b where b.user_id = ${userId}))`

/** A row `n` of `mentions` in a room of `mine` that the person may be told of. */
const isTold = (userId: string) =>
  sql`n.version >= mine.joined_version and n.seq >= mine.visible_from_seq and ${notBlocked(userId, 'n.sender_id')}`

/** A row `n` of `notifications`. */
const isWanted = (userId: string) => sql`(mine.notify = 'all' or n.reason <> 'reaction')
  and coalesce((select m.seq from messages m where m.id = n.message_id), mine.visible_from_seq) >= mine.visible_from_seq
  and ${notBlocked(userId, 'n.actor_id')}`

/**
 * Everybody is called, and the person may be told of it, not by themselves nor for a reason of their own. As one value,
 * since of conditions side by side PostgreSQL guesses that they leave next to nothing, and then reads and sorts all.
 */
const isForAll = (userId: string) => sql`coalesce(${isTold(userId)} and n.sender_id <> ${userId} and not exists (
  select from mentions own where own.room_id = n.room_id and own.user_id = ${userId} and own.seq = n.seq), false)`

// `offset 0` keeps two parts of a statement apart, so that the rows of the one come by their index for each of the other.

/** The room of the row `n`, if it may tell the person of it. */
const itsRoom = (userId: string, condition: RawBuilder<unknown>) => sql`lateral (
  select mine.* from (${mine(userId, sql`m.room_id = n.room_id`)}) mine where ${condition} offset 0) mine`

const isMarked = (userId: string, row: 'n' | 'found') => sql`exists (
  select from notification_reads d where d.message_id = ${sql.ref(`${row}.message_id`)} and d.user_id = ${userId})`

/**
 * The newest first, in one statement. Of each room only the newest call of everybody is looked up: the newest of all
 * are in as many rooms as there are of them, those whose newest is newest, and only there are more of them read.
 */
export const listNotificationRows = async (
  db: Db,
  userId: string,
  limit: number,
  before: { at: Date; id: string } | null,
): Promise<NotificationRow[]> => {
  const isBefore = (id: string) =>
    before ? sql`(n.at, ${sql.ref(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`
  const call = sql`n.message_id as id, n.at, n.room_id, n.sender_id as actor_id, n.message_id, null::text as emoji,
    n.seq <= mine.read_seq as is_read`
  const newest = sql`order by at desc, id desc limit ${limit}`
  const forAll = sql`from mentions n where n.room_id = mine.room_id and n.user_id is null and ${isForAll(userId)}
    and ${isBefore('n.message_id')} order by n.at desc, n.message_id desc`
  const { rows } = await sql<NotificationRow>`
    with mine as materialized (${mine(userId)}),
    loudest as (select mine.* from mine cross join lateral (
      select n.at, n.message_id as id ${forAll} limit 1) latest ${newest}),
    found as (
      (select n.reason, ${call} from mentions n cross join ${itsRoom(userId, isTold(userId))}
        where n.user_id = ${userId} and ${isBefore('n.message_id')} ${newest})
      union all
      (select every.* from loudest mine cross join lateral (
        select 'everybody' as reason, ${call} ${forAll} limit ${limit}) every ${newest})
      union all
      (select n.reason, n.id, n.at, n.room_id, n.actor_id, n.message_id, n.emoji, n.read_at is not null
        from notifications n cross join ${itsRoom(userId, isWanted(userId))}
        where n.user_id = ${userId} and ${isBefore('n.id')} ${newest})
    )
    select found.id, found.reason, found.at, found.room_id, found.emoji,
      found.is_read or found.reason not in ('reaction', 'added') and ${isMarked(userId, 'found')} as is_read,
      ${userJson('a')} as actor,
      case when m.id is not null then jsonb_build_object('id', m.id, 'seq', m.seq,
        'body', left(${sayingOf('m')}, ${sql.lit(limits.quoteCharacters * 8)}),
        'sender', ${userJson('s')}) end as message, m.thread_root_id
    from (select * from found ${newest}) found join users a on a.id = found.actor_id
      left join messages m on m.id = found.message_id left join users s on s.id = m.sender_id
    ${newest}`.execute(db)
  return rows
}

/** Those of them that are not read, the newest 1,000. */
export const listUnreadRows = async (db: Db, userId: string): Promise<UnreadRow[]> => {
  const call = sql`n.message_id as id, n.at, n.room_id, n.seq`
  // Between two ends PostgreSQL guesses few, which they are; after one end, a third of all, and compiles the statement.
  const unreadOf = (whose: RawBuilder<unknown>) => sql`from mine cross join lateral (
    select n.* from mentions n where n.room_id = mine.room_id and n.seq > mine.read_seq and n.seq <= mine.last_seq
      and n.user_id ${whose} offset 0) n
    where not ${isMarked(userId, 'n')}`
  const { rows } = await sql<UnreadRow>`
    with mine as materialized (${mine(userId)})
    select id, reason, room_id, seq from (
      select n.reason, ${call} ${unreadOf(sql`= ${userId}`)} and ${isTold(userId)}
      union all
      select 'everybody', ${call} ${unreadOf(sql`is null`)} and ${isForAll(userId)}
      union all
      select n.reason, n.id, n.at, n.room_id, null::int
        from notifications n cross join ${itsRoom(userId, isWanted(userId))}
        where n.user_id = ${userId} and n.read_at is null
    ) unread
    order by at desc, id desc limit ${sql.lit(limits.notificationsCounted)}`.execute(db)
  return rows
}
