import { toTokens } from '@parley/core/search/traits'
import type { Db } from '@parley/db/database'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { createWords } from './words.js'

/** So many different lines are said over and over; each by ten people. */
const lines = 40_000
const people = 10
/** A word that stands in so many messages. */
export const rareWord = { word: 'xylophone', every: 50_000 }

/** A person in many rooms, and a million messages in them over more than a year, with what they are found by. */
export async function seedSearch(db: Db, messages: number, rooms: number): Promise<string> {
  const userIds = Array.from({ length: people }, () => newId())
  for (const [at, id] of userIds.entries())
    await db
      .insertInto('users')
      .values({ id, username: `person${at}`, email: `person${at}@example.com`, display_name: `Person ${at}` })
      .execute()
  const roomIds = Array.from({ length: rooms }, () => newId())
  const count = Math.floor(messages / rooms)
  const counters = { last_seq: count, last_main: count, version: count, member_count: people }
  for (const [at, id] of roomIds.entries()) {
    await db
      .insertInto('rooms')
      .values({ id, kind: 'private', name: `Room ${at}`, ...counters })
      .execute()
    await db
      .insertInto('members')
      .values(userIds.map((user_id) => ({ room_id: id, user_id })))
      .execute()
  }
  await insertLines(db, userIds)
  // Foreign keys and what follows a message by itself are left out, and the index is made last: minutes become one.
  await sql`drop index search_entries_tokens`.execute(db)
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const said = sql`from generate_series(0, ${rooms * count - 1}::int) as n
      join lines l on l.no = (n::bigint * 7919) % ${lines}::int`
    const place = sql`(${roomIds}::uuid[])[1 + n % ${rooms}::int] as room_id, 1 + n / ${rooms}::int as seq,
      date_trunc('second', now()) - (${messages} - n) * interval '40 seconds' as at`
    await sql`
      insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at)
      select gen_random_uuid(), room_id, seq, seq, seq, gen_random_uuid(), sender_id, body, at
      from (select n, ${place}, l.sender_id,
        case when n % ${rareWord.every}::int = 0 then l.body || ' ' || ${rareWord.word} else l.body end as body ${said}) s`.execute(
      tx,
    )
    const [rare] = [toTokens({ sender_id: '', body: rareWord.word, files: null, pinned: false, thread: false })]
    await sql`
      insert into search_entries (room_id, at, seq, tokens)
      select room_id, at, seq, tokens from (select n, ${place},
        case when n % ${rareWord.every}::int = 0 then l.tokens || ${rare}::int[] else l.tokens end as tokens ${said}) s`.execute(
      tx,
    )
    await sql`update search_progress set version = ${count}`.execute(tx)
  })
  await sql`set maintenance_work_mem = '256MB'`.execute(db)
  await sql`create index search_entries_tokens on search_entries using gin (tokens)
    with (gin_pending_list_limit = 2048)`.execute(db)
  await sql`vacuum analyze`.execute(db)
  return userIds[0] ?? ''
}

async function insertLines(db: Db, userIds: string[]): Promise<void> {
  const line = createWords()
  await sql`create table lines (no int primary key, body text, sender_id uuid, tokens int[])`.execute(db)
  for (let from = 0; from < lines; from += 5_000) {
    const bodies = Array.from({ length: 5_000 }, line)
    const senders = bodies.map((_, at) => userIds[(from + at) % people] ?? '')
    const tokens = bodies.map((body, at) => {
      const made = toTokens({ sender_id: senders[at] ?? '', body, files: null, pinned: false, thread: false })
      return `{${made.join(',')}}`
    })
    await sql`insert into lines select ${from}::int + n - 1, body, sender_id, tokens::int[]
      from unnest(${bodies}::text[], ${senders}::uuid[], ${tokens}::text[]) with ordinality
        as l (body, sender_id, tokens, n)`.execute(db)
  }
}
