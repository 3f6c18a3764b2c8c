import { limits } from '@parley/contract/limits'
import type { Db } from '@parley/db/database'
import { sql } from 'kysely'
import type { NotificationRow, UnreadRow } from './mapper.js'
import { sayingOf } from '../messages/queries.js'
import { userJson } from '../users/queries.js'

// What a person is told of is worked out when it is asked for: from `mentions`, where calling ten thousand people is
// one row, and from `notifications`. Rooms they are not in, people they have blocked and what they do not want to hear
// of are left out here, so that none of it has to be unmade when it changes.

/** The rooms of the person that may tell them something. */
const mine = (userId: string) => sql`
  select m.room_id, m.read_seq, m.visible_from_seq, m.joined_version, m.notify
  from members m join rooms r on r.id = m.room_id and r.deleted_at is null
  where m.user_id = ${userId} and m.notify <> 'none'`

/** As an array, the few whom a person has blocked are read once, and not looked up for every row. */
const notBlocked = (userId: string, actor: string) =>
  sql`${sql.ref(actor)} <> all (array(select b.blocked_id from blocks b where b.user_id = ${userId}))`

/** A row `n` of `mentions` in a room of `mine` that the person may be told of. */
const isTold = (userId: string) =>
  sql`n.version >= mine.joined_version and n.seq >= mine.visible_from_seq and ${notBlocked(userId, 'n.sender_id')}`

/** Everybody is called, and the person not by themselves nor for a reason of their own. */
const isForAll = (userId: string) => sql`n.user_id is null and n.sender_id <> ${userId} and not exists (
  select from mentions own where own.room_id = n.room_id and own.user_id = ${userId} and own.seq = n.seq)`

const isMarked = (userId: string, row: 'n' | 'found') => sql`exists (
  select from notification_reads d where d.message_id = ${sql.ref(`${row}.message_id`)} and d.user_id = ${userId})`

const isWanted = sql`(mine.notify = 'all' or n.reason <> 'reaction')`

/** The newest first, in one statement. */
export const listNotificationRows = async (
  db: Db,
  userId: string,
  limit: number,
  before: { at: Date; id: string } | null,
): Promise<NotificationRow[]> => {
  const isBefore = (id: string) =>
    before ? sql`(n.at, ${sql.ref(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`
  const call = sql`n.message_id as id, n.at, n.room_id, n.sender_id as actor_id, n.message_id, null::text as emoji, n.seq,
    null::boolean as deed_is_read`
  const newest = sql`order by at desc, id desc limit ${limit}`
  const { rows } = await sql<NotificationRow>`
    with mine as materialized (${mine(userId)}),
    found as (
      (select n.reason, ${call} from mentions n join mine on mine.room_id = n.room_id
        where n.user_id = ${userId} and ${isTold(userId)} and ${isBefore('n.message_id')} ${newest})
      union all
      (select every.* from mine cross join lateral (
        select 'everybody' as reason, ${call} from mentions n
        where n.room_id = mine.room_id and ${isForAll(userId)} and ${isTold(userId)} and ${isBefore('n.message_id')}
        order by n.at desc, n.message_id desc limit ${limit}) every ${newest})
      union all
      (select n.reason, n.id, n.at, n.room_id, n.actor_id, n.message_id, n.emoji, null::int, n.read_at is not null
        from notifications n join mine on mine.room_id = n.room_id left join messages m on m.id = n.message_id
        where n.user_id = ${userId} and ${isWanted} and coalesce(m.seq, mine.visible_from_seq) >= mine.visible_from_seq
          and ${notBlocked(userId, 'n.actor_id')} and ${isBefore('n.id')} ${newest})
    )
    select found.id, found.reason, found.at, found.room_id, found.emoji,
      coalesce(found.deed_is_read, found.seq <= mine.read_seq or ${isMarked(userId, 'found')}) as is_read,
      ${userJson('a')} as actor,
      case when m.id is not null then jsonb_build_object('id', m.id, 'seq', m.seq,
        'body', left(${sayingOf('m')}, ${sql.lit(limits.quoteCharacters * 8)}),
        'sender', ${userJson('s')}) end as message
    from found join mine on mine.room_id = found.room_id join users a on a.id = found.actor_id
      left join messages m on m.id = found.message_id left join users s on s.id = m.sender_id
    ${newest}`.execute(db)
  return rows
}

/** Those of them that are not read, the newest 1,000. */
export const listUnreadRows = async (db: Db, userId: string): Promise<UnreadRow[]> => {
  const call = sql`n.message_id as id, n.at, n.room_id, n.seq`
  const isUnread = sql`n.room_id = mine.room_id and n.seq > mine.read_seq and not ${isMarked(userId, 'n')}`
  const { rows } = await sql<UnreadRow>`
    with mine as materialized (${mine(userId)})
    select id, reason, room_id, seq from (
      select n.reason, ${call} from mine join mentions n on ${isUnread}
        where n.user_id = ${userId} and ${isTold(userId)}
      union all
      select 'everybody', ${call} from mine join mentions n on ${isUnread}
        where ${isForAll(userId)} and ${isTold(userId)}
      union all
      select n.reason, n.id, n.at, n.room_id, null::int
        from notifications n join mine on mine.room_id = n.room_id left join messages m on m.id = n.message_id
        where n.user_id = ${userId} and n.read_at is null and ${isWanted}
          and coalesce(m.seq, mine.visible_from_seq) >= mine.visible_from_seq and ${notBlocked(userId, 'n.actor_id')}
    ) unread
    order by at desc, id desc limit ${sql.lit(limits.notificationsCounted)}`.execute(db)
  return rows
}
