import type { Role } from '@parley/contract/rooms'
import type { Tx } from '@parley/db/database'
import { type Asked, statement } from '@parley/db/statement'
import { sql } from 'kysely'
import type { ReadRow } from '../rooms/mapper.js'
import type { UserRefRow } from '../users/mapper.js'
import { userJsonText } from '../users/queries.js'

// The statements of a batch of sends. Raw SQL over unnested arrays: what costs one round trip and one plan a message
// otherwise costs one a batch.

export interface RoomCounters {
  id: string
  kind: 'public' | 'private' | 'direct'
  archived_at: Date | null
  last_seq: number
  last_main: number
  version: number
  member_count: number
  history: 'start' | 'join'
  slow_seconds: number
  announces: boolean
  departures: number
  /** The transaction's time, as `created_at` keeps it. */
  now: Date
}

/**
 * Waits for the rows of these rooms, in the order of their ids so that two batches cannot wait for each other, and
 * holds them to the end of the transaction. `for no key update` lets foreign keys be checked meanwhile.
 */
export const lockRooms = (tx: Tx, ids: string[]): Promise<Asked<RoomCounters>> => lock.ask(tx, [ids])

const lock = statement<RoomCounters>(
  `select id, kind, archived_at, last_seq, last_main, version, member_count, history, slow_seconds, announces, departures,
    now()::timestamptz(3) as now
  from rooms where id = any($1::uuid[]) and deleted_at is null order by id for no key update`,
)

/** Who wants to send: what they are in the room, and whether they sent this before. */
export interface SenderRow {
  sender: UserRefRow
  role: Role | null
  muted_until: Date | null
  last_sent_at: Date | null
  visible_from_seq: number
  known_id: string | null
  /** Whether the sender is taking themselves away. */
  erasing: boolean
}

/**
 * One row for each send, in their order. Asked after the rooms' locks, so nobody can be removed in between: each
 * statement sees what was committed when it began, and this one begins when they are held.
 */
export const readSenders = (
  tx: Tx,
  sends: { roomId: string; senderId: string; clientId: string }[],
): Promise<Asked<SenderRow>> =>
  read.ask(
    tx,
    (['roomId', 'senderId', 'clientId'] as const).map((name) => sends.map((send) => send[name])),
  )

// `offset 0` has each row looked up by its key: left to itself the planner reads and hashes all members and messages as
// long as they are some ten thousand.
const read = statement<SenderRow>(
  `select u.sender, m.role, m.muted_until, m.last_sent_at, coalesce(m.visible_from_seq, 1) as visible_from_seq,
      k.id as known_id, u.erasing
    from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as s (room_id, sender_id, client_id, at)
    cross join lateral (
      select ${userJsonText('u')} as sender, u.erasing_at is not null as erasing from users u
      where u.id = s.sender_id offset 0) u
    left join lateral (
      select m.role, m.muted_until, m.last_sent_at, m.visible_from_seq from members m
      where m.room_id = s.room_id and m.user_id = s.sender_id offset 0) m on true
    left join lateral (
      select k.id from messages k
      where k.room_id = s.room_id and k.sender_id = s.sender_id and k.client_id = s.client_id offset 0) k on true
    order by s.at`,
)

/** Those of the rooms in which somebody has blocked somebody else. */
export const listPartedRooms = async (tx: Tx, roomIds: string[]): Promise<string[]> =>
  (await parted(tx, [roomIds])).map((row) => row.room_id)

const parted = statement<{ room_id: string }>(
  `select distinct m.room_id from members m join members o on o.room_id = m.room_id
    join blocks b on b.user_id = m.user_id and b.blocked_id = o.user_id
  where m.room_id = any($1::uuid[])`,
)

export interface MessageInsert {
  id: string
  roomId: string
  seq: number
  mainNo: number | null
  version: number
  clientId: string
  senderId: string
  body: string
  createdAt: Date
  replyToId: string | null
  threadRootId: string | null
  alsoToRoom: boolean
  mentions: string[]
  audience: 'here' | 'room' | null
}

/** A pointer that moved, and whose. */
export interface PointerRow extends ReadRow {
  room_id: string
  user_id: string
}

const counterColumns = (rooms: RoomCounters[]) =>
  (['id', 'last_seq', 'last_main', 'version'] as const).map((name) => rooms.map((room) => room[name]))

/** `first`: the number of the first of its four parameters. */
const updateCounters = (first: number) => `
  update rooms r set last_seq = c.last_seq, last_main = c.last_main, version = c.version
  from unnest($${first}::uuid[], $${first + 1}::int[], $${first + 2}::int[], $${first + 3}::bigint[])
    as c (id, last_seq, last_main, version)
  where r.id = c.id`

const save = statement(updateCounters(1))

/** Writes the messages, moves their senders' read pointers to each one's last, and keeps the numbers that were taken. */
export const insertMessages = (
  tx: Tx,
  messages: MessageInsert[],
  pointers: { roomId: string; userId: string; seq: number; main: number }[],
  rooms: RoomCounters[],
): Promise<Asked<PointerRow>> => {
  const column = <K extends keyof MessageInsert>(name: K) => messages.map((message) => message[name])
  // Arrays of arrays come apart in unnest; as text they do not.
  const mentions = messages.map((message) => `{${message.mentions.join(',')}}`)
  const columns = [...insertedColumns.map(column), mentions, column('audience')]
  const pointerColumns = (['roomId', 'userId', 'seq', 'main'] as const).map((name) => pointers.map((one) => one[name]))
  return insert.ask(tx, [...columns, ...pointerColumns, ...counterColumns(rooms)])
}

const insertedColumns = [
  'id',
  'roomId',
  'seq',
  'mainNo',
  'version',
  'clientId',
  'senderId',
  'body',
  'createdAt',
  'replyToId',
  'threadRootId',
  'alsoToRoom',
] as const

/** By `pointers`, of which each is a room, a user, and the numbers of what they said last. */
export const movePointers = `
  update members m
  set read_seq = p.seq, read_main = p.main, seen_seq = p.seq, read_version = read_version + 1, last_sent_at = now()
  from pointers p
  where m.room_id = p.room_id and m.user_id = p.user_id`

/** Who has said something in a room has read what called them there. */
export const clearNotifications = `
  update notifications n set read_at = now() from pointers p
  where n.user_id = p.user_id and n.room_id = p.room_id and n.read_at is null
  returning n.id, n.user_id, n.room_id`

const insert = statement<PointerRow>(
  `with written as (
    insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at,
      reply_to_id, thread_root_id, also_to_room, mentions, audience)
    select id, room_id, seq, main_no, version, client_id, sender_id, body, created_at,
      reply_to_id, thread_root_id, also_to_room, mentions::uuid[], audience
    from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::bigint[], $6::uuid[], $7::uuid[], $8::text[],
      $9::timestamptz[], $10::uuid[], $11::uuid[], $12::boolean[], $13::text[], $14::text[])
      as w (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at,
        reply_to_id, thread_root_id, also_to_room, mentions, audience)
  ), pointers as (
    select * from unnest($15::uuid[], $16::uuid[], $17::int[], $18::int[]) as p (room_id, user_id, seq, main)
  ), cleared as (
    ${clearNotifications}
  ), counters as (
    ${updateCounters(19)}
  )
  ${movePointers}
  returning m.room_id, m.user_id, m.read_seq, m.read_main, m.read_version, m.seen_seq,
    -- Who sends has read all that called them, up to there.
    '{}'::int[] as mention_seqs,
    array(select c.id from cleared c where c.user_id = m.user_id and c.room_id = m.room_id) as cleared,
    (select u.shows_receipts from users u where u.id = m.user_id) as shows_receipts`,
)

/** Keeps the numbers that were taken from these rooms. */
export const saveCounters = async (tx: Tx, rooms: RoomCounters[]): Promise<void> => {
  await save(tx, counterColumns(rooms))
}

export const countReplies = async (
  tx: Tx,
  replies: { rootId: string; count: number; version: number }[],
): Promise<void> => {
  await sql`
    update messages m set reply_count = m.reply_count + c.count, version = c.version
    from unnest(${replies.map((one) => one.rootId)}::uuid[], ${replies.map((one) => one.count)}::int[],
      ${replies.map((one) => one.version)}::bigint[]) as c (id, count, version)
    where m.id = c.id`.execute(tx)
}

export const muteSender = async (tx: Tx, roomId: string, userId: string, until: Date): Promise<void> => {
  await sql`update members set muted_until = ${until} where room_id = ${roomId} and user_id = ${userId}`.execute(tx)
}
