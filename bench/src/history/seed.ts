import type { Db } from '@parley/db/database'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'

export interface Seeded {
  readerId: string
  /** The room with all the messages. */
  roomId: string
}

/** A person in many rooms, one of which has a long history, written by ten others. */
export async function seedHistory(db: Db, messages: number, rooms: number): Promise<Seeded> {
  const readerId = newId()
  const senderIds = Array.from({ length: 10 }, () => newId())
  for (const [at, id] of [readerId, ...senderIds].entries()) {
    const username = `person${at}`
    await db
      .insertInto('users')
      .values({ id, username, email: `${username}@example.com`, display_name: `Person ${at}` })
      .execute()
  }
  const roomIds = Array.from({ length: rooms }, () => newId())
  const [roomId = ''] = roomIds
  for (const id of roomIds) {
    const room = { id, kind: 'private', name: `Room ${id.slice(-4)}`, member_count: 11 } as const
    await db.insertInto('rooms').values(room).execute()
    await db
      .insertInto('members')
      .values([readerId, ...senderIds].map((user_id) => ({ room_id: id, user_id })))
      .execute()
    if (id !== roomId) await insertMessages(db, id, senderIds, 60)
  }
  await insertMessages(db, roomId, senderIds, messages)
  await sql`vacuum analyze`.execute(db)
  return { readerId, roomId }
}

/** Every tenth is a reply that quotes, every fiftieth has a reaction. */
async function insertMessages(db: Db, roomId: string, senderIds: string[], count: number): Promise<void> {
  await sql`
    insert into messages (id, room_id, seq, main_no, version, client_id, sender_id, body, created_at)
    select gen_random_uuid(), ${roomId}, n, n, n, gen_random_uuid(), (${senderIds}::uuid[])[1 + n % 10],
      'Message ' || n || repeat(' and a few more words', 4), now() - (${count} - n) * interval '1 second'
    from generate_series(1, ${count}::int) as n`.execute(db)
  await sql`
    update messages m set reply_to_id = q.id from messages q
    where m.room_id = ${roomId} and m.seq % 10 = 0 and q.room_id = m.room_id and q.seq = m.seq - 3`.execute(db)
  await sql`
    insert into reactions (message_id, emoji, user_id, version)
    select id, '👍', ${senderIds[0]}, version from messages where room_id = ${roomId} and seq % 50 = 0`.execute(db)
  await sql`
    update rooms set last_seq = ${count}, last_main = ${count}, version = ${count} where id = ${roomId}`.execute(db)
}
