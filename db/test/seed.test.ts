import { openDatabase, type Db } from '@parley/db/database'
import { seedDemo } from '@parley/db/seed'
import { createTestDatabase, type TestDatabase } from '@parley/testkit/databases'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

const now = new Date('2026-03-19T10:00:00Z')
const passwordHashes = { ana: 'hash of ana', ben: 'hash of ben' }

let database: TestDatabase
let db: Db
let close: () => Promise<void>
let counts: Awaited<ReturnType<typeof seedDemo>>
let seconds = 0

beforeAll(async () => {
  database = await createTestDatabase()
  ;({ db, close } = await openDatabase({ ...database, onError: console.error }))
  const from = performance.now()
  counts = await seedDemo(db, { passwordHashes, now })
  seconds = (performance.now() - from) / 1000
})

afterAll(async () => {
  await close()
  await database.drop()
})

/** The rows that break a rule. */
const breaking = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows

test('a month of talk is there within seconds', () => {
  expect(counts.people).toBe(12)
  expect(counts.rooms).toBe(8)
  expect(counts.messages).toBeGreaterThan(2500)
  expect(seconds).toBeLessThan(5)
})

test('seq numbers the messages of a room from 1 without holes, and main_no those of its timeline', async () => {
  const rooms = sql`
    select r.name from rooms r join messages m on m.room_id = r.id group by r.id
    having min(m.seq) <> 1 or max(m.seq) <> count(*) or max(m.seq) <> r.last_seq
      or min(m.main_no) <> 1 or max(m.main_no) <> count(m.main_no) or max(m.main_no) <> r.last_main`
  expect(await breaking(rooms)).toEqual([])
})

test('numbers, times and timeline agree in their order', async () => {
  const messages = sql`
    select * from (
      select seq, created_at, lag(created_at) over (partition by room_id order by seq) as before from messages
      union all
      select seq, created_at, lag(created_at) over (partition by room_id order by main_no) from messages where main_no is not null
    ) pairs where before > created_at`
  expect(await breaking(messages)).toEqual([])
})

test('no change has a version above its room, and the newest one has exactly it', async () => {
  const rooms = sql`
    select r.name from rooms r join messages m on m.room_id = r.id group by r.id having max(m.version) <> r.version`
  const changes = sql`
    select m.id from messages m
    left join reactions x on x.message_id = m.id left join message_edits e on e.message_id = m.id
    where x.version > m.version or e.version > m.version or m.version < m.seq`
  expect(await breaking(rooms)).toEqual([])
  expect(await breaking(changes)).toEqual([])
})

test('threads, quotes and their counts agree', async () => {
  const messages = sql`
    select m.id from messages m
    left join messages root on root.id = m.thread_root_id left join messages quoted on quoted.id = m.reply_to_id
    where root.room_id <> m.room_id or quoted.room_id <> m.room_id or root.thread_root_id is not null
      or root.seq >= m.seq or quoted.seq >= m.seq or (m.main_no is null) <> (root.id is not null and not m.also_to_room)
      or m.reply_count <> (select count(*) from messages reply where reply.thread_root_id = m.id)`
  expect(await breaking(messages)).toEqual([])
})

test('what is deleted says nothing, what is edited keeps what it said, and nothing comes from the future', async () => {
  const messages = sql`
    select m.id from messages m
    where (m.deleted_at is null) = (m.body = '') or greatest(m.created_at, m.edited_at, m.deleted_at) > ${now}
      or (m.edited_at is not null) <> exists (select from message_edits e where e.message_id = m.id)`
  expect(await breaking(messages)).toEqual([])
  const { rows } =
    await sql`select count(edited_at) > 10 as edited, count(deleted_at) > 2 as deleted from messages`.execute(db)
  expect(rows).toEqual([{ edited: true, deleted: true }])
})

test('members are counted, and only they speak, react and are mentioned', async () => {
  const rooms = sql`select name from rooms where member_count <> (select count(*) from members where room_id = rooms.id)`
  const strangers = sql`
    select m.id from messages m left join reactions x on x.message_id = m.id
    where not exists (select from members where room_id = m.room_id and user_id = m.sender_id)
      or (x.user_id is not null and not exists (select from members where room_id = m.room_id and user_id = x.user_id))
      or exists (select from unnest(m.mentions) u where not exists (select from members where room_id = m.room_id and user_id = u))`
  expect(await breaking(rooms)).toEqual([])
  expect(await breaking(strangers)).toEqual([])
})

test('read pointers stand on a message, after everything one said oneself', async () => {
  const members = sql`
    select p.user_id from members p join rooms r on r.id = p.room_id
    where p.read_seq > r.last_seq
      or p.read_main <> (select count(main_no) from messages m where m.room_id = p.room_id and m.seq <= p.read_seq)
      or exists (select from messages m where m.room_id = p.room_id and m.sender_id = p.user_id and m.seq > p.read_seq)`
  expect(await breaking(members)).toEqual([])
})

test('both demo people can log in and find rooms with and without something unread', async () => {
  const { rows } = await sql<{ username: string; unread: number; read: number }>`
    select u.username, count(*) filter (where p.read_main < r.last_main) as unread, count(*) filter (where p.read_main = r.last_main) as read
    from users u join members p on p.user_id = u.id join rooms r on r.id = p.room_id
    where u.password_hash is not null group by u.id order by u.username`.execute(db)
  expect(rows.map(({ username }) => username)).toEqual(['ana', 'ben'])
  for (const { unread, read } of rows) expect(Math.min(unread, read)).toBeGreaterThan(1)
})

test('the same moment gives the same talk', async () => {
  const again = await createTestDatabase()
  const other = await openDatabase({ ...again, onError: console.error })
  await seedDemo(other.db, { passwordHashes, now })
  const digest = sql<{
    digest: string
  }>`select md5(string_agg(id || ' ' || version || ' ' || body, '' order by id)) as digest from messages`
  const [first, second] = await Promise.all([digest.execute(db), digest.execute(other.db)])
  expect(second.rows).toEqual(first.rows)
  await other.close()
  await again.drop()
})
