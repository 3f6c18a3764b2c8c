import type { Db } from '@parley/db/database'
import { statement } from '@parley/db/statement'
import type { UserRefRow } from '../users/mapper.js'
import { userJsonText } from '../users/queries.js'
import { clearNotifications, movePointers } from './queries-send.js'

export interface PlainInsert {
  id: string
  roomId: string
  senderId: string
  clientId: string
  body: string
}

/** A message that was written. */
export interface PlainRow {
  /** Which of the inserts it is, from 1 on. */
  at: number
  room_id: string
  seq: number
  main_no: number
  version: number
  now: Date
  sender: UserRefRow
  departures: number
  /** Of the last message of each sender in each room: whose read pointer moved to it. */
  user_id: string | null
  read_version: number | null
  cleared: string[]
  shows_receipts: boolean
}

/**
 * Writes messages that need nothing but their room and their sender, in a transaction that is one statement: takes the
 * rooms' locks and next numbers, and moves the senders' read pointers. In their order, those that were written: not what
 * is known already, nor of who may not or cannot say it by `now`, nor anything in a room that somebody else just changed.
 */
export const insertPlain = (db: Db, inserts: PlainInsert[], now: Date): Promise<PlainRow[]> => {
  const columns = (['id', 'roomId', 'senderId', 'clientId', 'body'] as const).map((name) =>
    inserts.map((one) => one[name]),
  )
  return insert(db, [...columns, [...new Set(inserts.map(({ roomId }) => roomId))], now])
}

// A statement sees what was committed when it began, which may be before it has the locks. So a room counts only where
// its row is still the one that was seen: whoever writes there or takes somebody out of it changes these two numbers
// under the same lock, and PostgreSQL checks the condition again on the row that it waited for.
// `offset 0` has each row looked up by its key, whatever the planner makes of the tables' sizes.
const insert = statement<PlainRow>(
  `with held as materialized (
    select r.id, r.last_seq, r.last_main, r.version, r.departures,
      case when r.kind = 'direct' and r.member_count = 2
        then (select array_agg(o.user_id) from members o where o.room_id = r.id) end as pair
    from rooms r join rooms seen on seen.id = r.id and seen.version = r.version and seen.departures = r.departures
    where r.id = any($6::uuid[]) and r.deleted_at is null and r.archived_at is null and r.slow_seconds = 0
    order by r.id for no key update of r
  ), allowed as materialized (
    select s.*, h.last_seq, h.last_main, h.version as last_version, h.departures, u.sender, u.shows_receipts,
      row_number() over (partition by s.room_id order by s.at)::int as n
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) with ordinality
      as s (id, room_id, sender_id, client_id, body, at)
    join held h on h.id = s.room_id
    cross join lateral (
      select ${userJsonText('u')} as sender, u.shows_receipts from users u
      where u.id = s.sender_id and u.erasing_at is null offset 0) u
    cross join lateral (
      select from members m where m.room_id = s.room_id and m.user_id = s.sender_id
        and (m.muted_until is null or m.muted_until <= $7::timestamptz) offset 0) m
    left join lateral (
      select k.id from messages k
      where k.room_id = s.room_id and k.sender_id = s.sender_id and k.client_id = s.client_id offset 0) k on true
    where k.id is null and (h.pair is null or not exists (
      select from blocks b where b.user_id = any(h.pair) and b.blocked_id = any(h.pair)))
  ), numbered as materialized (
    select id, room_id, sender_id, client_id, body, at, departures, sender, shows_receipts,
      last_seq + n as seq, last_main + n as main_no, last_version + n as version
    from allowed
  ), written as (
    insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at)
    select id, room_id, seq, main_no, version, client_id, sender_id, body, now() from numbered
  ), counters as (
    update rooms r set last_seq = c.seq, last_main = c.main_no, version = c.version
    from (select room_id, max(seq) as seq, max(main_no) as main_no, max(version) as version
      from numbered group by room_id) c
    where r.id = c.room_id
  ), pointers as (
    select room_id, sender_id as user_id, max(seq) as seq, max(main_no) as main from numbered group by room_id, sender_id
  ), cleared as (
    ${clearNotifications}
  ), moved as (
    ${movePointers}
    returning m.room_id, m.user_id, m.read_seq, m.read_version
  )
  select n.at::int, n.room_id, n.seq, n.main_no, n.version, now()::timestamptz(3) as now, n.sender, n.departures,
    m.user_id, m.read_version, n.shows_receipts,
    array(select c.id from cleared c where c.user_id = m.user_id and c.room_id = m.room_id) as cleared
  from numbered n
  left join moved m on m.room_id = n.room_id and m.user_id = n.sender_id and m.read_seq = n.seq
  order by n.at`,
)
