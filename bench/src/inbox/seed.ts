import type { Db } from '@parley/db/database'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

export interface Seeded {
  /** Somebody in all rooms, and somebody in ten of them. */
  busyId: string
  calmId: string
  smallRoom: string
  pairRoom: string
  largeRoom: string
  /** A tenth of the people of the large room. */
  there: string[]
}

const smallest = 10

/** So many messages in so many rooms, and beside them rooms of two, of ten and of `members`. */
export async function seedInbox(
  db: Db,
  { messages, rooms, members }: { messages: number; rooms: number; members: number },
): Promise<Seeded> {
  await sql`insert into users (id, username, email, display_name)
    select gen_random_uuid(), 'person' || n, 'person' || n || '@example.com', 'Person ' || n
    from generate_series(1, ${members}::int) n`.execute(db)
  const people = await db.selectFrom('users').select('id').orderBy('username').execute()
  const ids = people.map(({ id }) => id)
  const [busyId = '', calmId = ''] = ids
  const senders = ids.slice(2, 12)
  const each = Math.floor(messages / rooms)
  for (let at = 0; at < rooms; at++) {
    const called = at < smallest ? [busyId, calmId] : [busyId]
    const roomId = await makeRoom(db, `Room ${at}`, [...called, ...senders])
    await insertMessages(db, roomId, { senders, called, count: each, at })
  }
  const smallRoom = await makeRoom(db, 'Small', ids.slice(0, smallest))
  const pairRoom = await makeRoom(db, 'Pair', ids.slice(0, 2))
  const largeRoom = await makeRoom(db, 'Large', ids)
  await sql`vacuum analyze`.execute(db)
  return { busyId, calmId, smallRoom, pairRoom, largeRoom, there: ids.filter((_, at) => at % 10 === 0) }
}

async function makeRoom(db: Db, name: string, ids: string[]): Promise<string> {
  const id = newId()
  await db.insertInto('rooms').values({ id, kind: 'private', name, member_count: ids.length }).execute()
  await sql`insert into members (room_id, user_id, role, joined_at)
    select ${id}, one, case at when 1 then 'owner' else 'member' end, now() + at * interval '1 ms' from unnest(${ids}::uuid[]) with ordinality as m (one, at)`.execute(
    db,
  )
  return id
}

/** Every twentieth calls everybody, every fiftieth each of `called`, whom the next tells something else; what is older than the last ten is read. */
async function insertMessages(
  db: Db,
  roomId: string,
  { senders, called, count, at }: { senders: string[]; called: string[]; count: number; at: number },
): Promise<void> {
  await sql`
    insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at)
    select gen_random_uuid(), ${roomId}, n, n, n, gen_random_uuid(), (${senders}::uuid[])[1 + n % 10],
      'Message ' || n || repeat(' and a few more words', 4),
      now() - (${count} - n) * interval '1 minute' - ${at} * interval '1 second'
    from generate_series(1, ${count}::int) as n`.execute(db)
  await sql`
    insert into mentions (room_id, seq, message_id, sender_id, version, at)
    select room_id, seq, id, sender_id, version, created_at from messages
    where room_id = ${roomId} and seq % 20 = 0`.execute(db)
  await sql`
    insert into mentions (room_id, seq, message_id, sender_id, version, at, user_id)
    select m.room_id, m.seq, m.id, m.sender_id, m.version, m.created_at, called from messages m, unnest(${called}::uuid[]) called
    where m.room_id = ${roomId} and m.seq % 50 = 0`.execute(db)
  await sql`
    insert into notifications (id, user_id, at, room_id, actor_id, reason, read_at)
    select gen_random_uuid(), told, m.created_at, m.room_id, m.sender_id, 'added', case when m.seq < ${count} - 10 then now() end from messages m, unnest(${called}::uuid[]) told
    where m.room_id = ${roomId} and m.seq % 50 = 1`.execute(db)
  await sql`update members set read_seq = ${count - 10}, read_main = ${count - 10} where room_id = ${roomId}`.execute(
    db,
  )
  await sql`update rooms set last_seq = ${count}, last_main = ${count}, version = ${count} where id = ${roomId}`.execute(
    db,
  )
}
