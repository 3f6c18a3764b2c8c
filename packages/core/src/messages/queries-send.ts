import type { Role } from '@parley/contract/rooms'
import type { Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { ReadRow } from '../rooms/mapper.js'
import type { UserRefRow } from '../users/mapper.js'
import { userJson } from '../users/queries.js'

// The three statements of a batch of sends. Raw SQL over unnested arrays: what costs one round trip and one plan a
// message otherwise costs one a batch.

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
  /** The transaction's time, as `created_at` keeps it. */
  now: Date
}

/**
 * Waits for the rows of these rooms, in the order of their ids so that two batches cannot wait for each other, and
 * holds them to the end of the transaction. `for no key update` lets foreign keys be checked meanwhile.
 */
export const lockRooms = async (tx: Tx, ids: string[]): Promise<RoomCounters[]> => {
  const { rows } = await sql<RoomCounters>`
    select id, kind, archived_at, last_seq, last_main, version, member_count, history, slow_seconds, announces,
      now()::timestamptz(3) as now
    from rooms where id = any(${ids}::uuid[]) and deleted_at is null order by id for no key update`.execute(tx)
  return rows
}

/** Who wants to send: what they are in the room, and whether they sent this before. */
export interface SenderRow {
  sender: UserRefRow
  role: Role | null
  muted_until: Date | null
  last_sent_at: Date | null
  /** Whether one of the two people of a direct room has blocked the other. */
  blocked: boolean
  visible_from_seq: number
  known_id: string | null
}

/** One row for each send, in their order. Under the rooms' locks, so nobody can be removed in between. */
export const readSenders = async (
  tx: Tx,
  sends: { roomId: string; senderId: string; clientId: string; pair: boolean }[],
): Promise<SenderRow[]> => {
  const { rows } = await sql<SenderRow>`
    select ${userJson('u')} as sender,
      m.role, m.muted_until, m.last_sent_at, coalesce(m.visible_from_seq, 1) as visible_from_seq, k.id as known_id,
      s.pair and exists (
        select from members o join blocks b on (b.user_id, b.blocked_id) in ((o.user_id, u.id), (u.id, o.user_id))
        where o.room_id = s.room_id and o.user_id <> u.id) as blocked
    from unnest(
      ${sends.map((send) => send.roomId)}::uuid[],
      ${sends.map((send) => send.senderId)}::uuid[],
      ${sends.map((send) => send.clientId)}::uuid[],
      ${sends.map((send) => send.pair)}::boolean[]
    ) with ordinality as s (room_id, sender_id, client_id, pair, at)
    join users u on u.id = s.sender_id
    left join members m on m.room_id = s.room_id and m.user_id = s.sender_id
    left join messages k on k.room_id = s.room_id and k.sender_id = s.sender_id and k.client_id = s.client_id
    order by s.at`.execute(tx)
  return rows
}

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

/** Writes the messages and moves their senders' read pointers to each one's last. */
export const insertMessages = async (
  tx: Tx,
  messages: MessageInsert[],
  pointers: { roomId: string; userId: string; seq: number; main: number }[],
): Promise<PointerRow[]> => {
  const column = <K extends keyof MessageInsert>(name: K) => messages.map((message) => message[name])
  const { rows } = await sql<PointerRow>`
    with written as (
      insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at,
        reply_to_id, thread_root_id, also_to_room, mentions, audience)
      select id, room_id, seq, main_no, version, client_id, sender_id, body, created_at,
        reply_to_id, thread_root_id, also_to_room, mentions::uuid[], audience
      from unnest(${column('id')}::uuid[], ${column('roomId')}::uuid[], ${column('seq')}::int[],
        ${column('mainNo')}::int[], ${column('version')}::bigint[], ${column('clientId')}::uuid[],
        ${column('senderId')}::uuid[], ${column('body')}::text[], ${column('createdAt')}::timestamptz[],
        ${column('replyToId')}::uuid[], ${column('threadRootId')}::uuid[], ${column('alsoToRoom')}::boolean[],
        -- Arrays of arrays come apart in unnest; as text they do not.
        ${messages.map(({ mentions }) => `{${mentions.join(',')}}`)}::text[], ${column('audience')}::text[])
        as w (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at,
          reply_to_id, thread_root_id, also_to_room, mentions, audience)
    ), pointers as (
      select * from unnest(${pointers.map((one) => one.roomId)}::uuid[], ${pointers.map((one) => one.userId)}::uuid[],
        ${pointers.map((one) => one.seq)}::int[], ${pointers.map((one) => one.main)}::int[]) as p (room_id, user_id, seq, main)
    ), cleared as (
      update notifications n set read_at = now() from pointers p
      where n.user_id = p.user_id and n.room_id = p.room_id and n.read_at is null
      returning n.id, n.user_id, n.room_id
    )
    update members m
    set read_seq = p.seq, read_main = p.main, seen_seq = p.seq, read_version = read_version + 1, last_sent_at = now()
    from pointers p
    where m.room_id = p.room_id and m.user_id = p.user_id
    returning m.room_id, m.user_id, m.read_seq, m.read_main, m.read_version, m.seen_seq,
      -- Who sends has read all that called them, up to there.
      '{}'::int[] as mention_seqs,
      array(select c.id from cleared c where c.user_id = m.user_id and c.room_id = m.room_id) as cleared,
      (select u.shows_receipts from users u where u.id = m.user_id) as shows_receipts`.execute(tx)
  return rows
}

/** Keeps the numbers that a batch has taken. */
export const saveCounters = async (tx: Tx, rooms: RoomCounters[]): Promise<void> => {
  await sql`
    update rooms r set last_seq = c.last_seq, last_main = c.last_main, version = c.version
    from unnest(${rooms.map((room) => room.id)}::uuid[], ${rooms.map((room) => room.last_seq)}::int[],
      ${rooms.map((room) => room.last_main)}::int[], ${rooms.map((room) => room.version)}::bigint[])
      as c (id, last_seq, last_main, version)
    where r.id = c.id`.execute(tx)
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
