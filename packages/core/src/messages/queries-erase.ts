import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'

/** What somebody said in a room and has not taken back, the oldest first. */
export const listSaidBy = async (tx: Tx, roomId: string, userId: string, limit: number): Promise<string[]> => {
  const rows = await tx
    .selectFrom('messages')
    .select('id')
    .where('room_id', '=', roomId)
    .where('sender_id', '=', userId)
    .where('kind', '=', 'text')
    .where('deleted_at', 'is', null)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Rooms in which somebody has left a word; reads all of their messages. */
export const listRoomsWithWordsOf = async (db: Db, userId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('messages as m')
    .innerJoin('rooms as r', 'r.id', 'm.room_id')
    .select('m.room_id')
    .distinct()
    .where('m.sender_id', '=', userId)
    .where('r.deleted_at', 'is', null)
    .execute()
  return rows.map((row) => row.room_id)
}

/** Empties what somebody said in rooms that are gone. */
export const blankUnreachable = async (tx: Tx, userId: string): Promise<void> => {
  const gone = sql`select m.id from messages m join rooms r on r.id = m.room_id
    where m.sender_id = ${userId} and r.deleted_at is not null`
  await sql`delete from message_edits where message_id in (${gone})`.execute(tx)
  await sql`delete from link_previews where message_id in (${gone})`.execute(tx)
  await sql`delete from files where message_id in (${gone})`.execute(tx)
  await sql`update messages set body = '', deleted_at = now() where id in (${gone})`.execute(tx)
}
