import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'

/** Where a message stands, and when it was said, in milliseconds. */
export interface Place {
  room_id: string
  seq: number
  at: number
}

/** A room that is looked through, from its first message on that the reader may see. */
export interface Readable {
  room_id: string
  visible_from_seq: number
}

/** What the index is asked for: of each list one token, said in a span of time (from on, and before). */
export interface Wanted {
  tokens: number[][]
  from: number
  before: number
}

/** Where the walk through a room goes on: before that message. */
export interface Frontier extends Readable {
  at: number
  seq: number
}

export interface Walked {
  room_id: string
  /** How many messages were looked at. */
  count: number
  /** The last of them. */
  at: number
  seq: number
  found: { seq: number; at: number }[] | null
}

const milliseconds = (column: string) => sql`extract(epoch from ${sql.ref(column)})::float8 * 1000`
const fromMs = (ms: number) => sql`to_timestamp(${ms}::float8 / 1000)`
const holds = (tokens: number[][]) =>
  sql.join([sql`true`, ...tokens.map((any) => sql`tokens && ${any}::int[]`)], sql` and `)

/** A search is given up after so long, whatever it is that takes it so long. */
const patienceMs = 3_000

/**
 * Everything a search reads is of one moment. The planner cannot know how common a number is: it is told to use the
 * index where the statement was written for it.
 */
export const readOnce = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('statement_timeout', ${String(patienceMs)}, true),
        set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`.execute(tx)
      return work(tx)
    })

/** Walks back through each room for `limit` messages, and says which of them hold what is wanted. */
export async function walkBack(tx: Tx, rooms: Frontier[], { tokens, from }: Wanted, limit: number): Promise<Walked[]> {
  const column = <K extends keyof Frontier>(name: K) => rooms.map((room) => room[name])
  const { rows } = await sql<Walked>`
    select v.room_id, w.* from unnest(${column('room_id')}::uuid[], ${column('visible_from_seq')}::int[],
      ${column('at')}::float8[], ${column('seq')}::int[]) as v (room_id, visible_from_seq, at, seq)
    cross join lateral (
      select counted.count::int as count, ${milliseconds('counted.first')} as at, seq, found from (
        select count(*) as count, min(at) as first, (array_agg(seq order by at, seq))[1] as seq,
          jsonb_agg(jsonb_build_object('seq', seq, 'at', ${milliseconds('at')})) filter (where ${holds(tokens)}) as found
        from (
          select e.seq, e.at, e.tokens from search_entries e
          where e.room_id = v.room_id and (e.at, e.seq) < (to_timestamp(v.at / 1000), v.seq)
            and e.at >= ${fromMs(from)} and e.seq >= v.visible_from_seq
          order by e.at desc, e.seq desc limit ${limit}
        ) e
      ) counted
    ) w where w.count > 0`.execute(tx)
  return rows
}

/** The newest `limit` messages that hold what is wanted, by way of the index. */
export async function findByTokens(
  tx: Tx,
  rooms: Readable[],
  { tokens, from, before }: Wanted,
  limit: number,
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    with found as materialized (
      select room_id, seq, at from search_entries
      where ${holds(tokens)} and at >= ${fromMs(from)} and at < ${fromMs(before)}
    )
    select f.room_id, f.seq, ${milliseconds('f.at')} as at
    from found f
    join unnest(${rooms.map((room) => room.room_id)}::uuid[], ${rooms.map((room) => room.visible_from_seq)}::int[])
      as v (room_id, visible_from_seq) on v.room_id = f.room_id and f.seq >= v.visible_from_seq
    order by f.at desc, f.room_id, f.seq limit ${limit}`.execute(tx)
  return rows
}

/** The newest `limit` messages that the index has not come to, whatever they hold. */
export async function findUnindexed(
  tx: Tx,
  rooms: Readable[],
  { from, before }: Wanted,
  limit: number,
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    with behind as materialized (
      select v.*, p.version from unnest(${rooms.map((room) => room.room_id)}::uuid[],
        ${rooms.map((room) => room.visible_from_seq)}::int[]) as v (room_id, visible_from_seq)
      join search_progress p on p.room_id = v.room_id
      join rooms r on r.id = v.room_id and r.version > p.version
    )
    select m.room_id, m.seq, ${milliseconds('m.created_at')} as at from behind b
    cross join lateral (
      select room_id, seq, created_at from messages
      where room_id = b.room_id and version > b.version and seq >= b.visible_from_seq
      order by version desc limit ${limit}
    ) m
    where m.created_at >= ${fromMs(from)} and m.created_at < ${fromMs(before)}
    order by m.created_at desc limit ${limit}`.execute(tx)
  return rows
}

/** What a message is compared by. */
export interface TextRow {
  id: string
  room_id: string
  seq: number
  at: number
  sender_id: string
  body: string
  pinned: boolean
  thread: boolean
  files: { kind: 'image' | 'file'; name: string }[] | null
}

const isThread = sql<boolean>`(m.thread_root_id is not null or m.reply_count > 0)`

const textColumns = sql`m.id, m.room_id, m.seq, m.sender_id, m.body, m.pinned_at is not null as pinned,
  ${isThread} as thread, (
    select jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.name) order by f.position)
    from files f where f.message_id = m.id) as files`

/** What people said there; what is deleted and what is a note is left out. */
export async function listTexts(tx: Tx, places: Pick<Place, 'room_id' | 'seq'>[]): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    select ${textColumns}, ${milliseconds('m.created_at')} as at
    from unnest(${places.map((place) => place.room_id)}::uuid[], ${places.map((place) => place.seq)}::int[])
      as c (room_id, seq)
    join messages m on m.room_id = c.room_id and m.seq = c.seq
    where m.deleted_at is null and m.kind = 'text'`.execute(tx)
  return rows
}

export interface ChangedText extends TextRow {
  version: number
  created_at: Date
  /** Whether it can be found at all. */
  there: boolean
}

/** What changed in these rooms after the given versions: room by room in their order, and in ascending version. */
export async function listChangedTexts(
  tx: Tx,
  rooms: { room_id: string; version: number }[],
  limit: number,
): Promise<ChangedText[]> {
  const { rows } = await sql<ChangedText>`
    select ${textColumns}, ${milliseconds('m.created_at')} as at, m.version, m.created_at,
      m.deleted_at is null and m.kind = 'text' as there
    from unnest(${rooms.map((room) => room.room_id)}::uuid[], ${rooms.map((room) => room.version)}::bigint[])
      with ordinality as p (room_id, version, place)
    cross join lateral (
      select * from messages where room_id = p.room_id and version > p.version order by version limit ${limit}
    ) m
    order by p.place, m.version limit ${limit}`.execute(tx)
  return rows
}
