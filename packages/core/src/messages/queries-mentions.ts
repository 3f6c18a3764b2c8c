import type { Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { Concern } from '../notifications/calls.js'

/** Members whom these words name, but for who is shut out, each with the place of its word. One statement for a whole batch of messages. */
export const findNamed = async (
  tx: Tx,
  words: { roomId: string; name: string }[],
): Promise<{ at: number; user_id: string }[]> => {
  const { rows } = await sql<{ at: number; user_id: string }>`
    select (w.at - 1)::int as at, u.id as user_id
    from unnest(${words.map((word) => word.roomId)}::uuid[], ${words.map((word) => word.name)}::text[])
      with ordinality as w (room_id, name, at)
    join users u on u.username = w.name and u.disabled_at is null
    join members m on m.room_id = w.room_id and m.user_id = u.id`.execute(tx)
  return rows
}

/** Which of these people are in the room. */
export const filterMembers = async (tx: Tx, roomId: string, userIds: string[]): Promise<string[]> => {
  const rows = await tx
    .selectFrom('members')
    .select('user_id')
    .where('room_id', '=', roomId)
    .where('user_id', '=', sql<string>`any(${userIds}::uuid[])`)
    .execute()
  return rows.map((row) => row.user_id)
}

/** A message that calls or answers people, and when it came to: by its version, which may be an edit's. */
export interface Calling {
  id: string
  roomId: string
  seq: number
  senderId: string
  version: number
  at: Date
}

export const insertConcerns = async (tx: Tx, rows: { message: Calling; concern: Concern }[]): Promise<void> => {
  if (rows.length === 0) return
  const column = <K extends keyof Calling>(name: K) => rows.map(({ message }) => message[name])
  // As lists: a statement takes 65,535 parameters, and a thread may have more followers than these have rows.
  await sql`
    insert into mentions (room_id, seq, message_id, sender_id, version, at, user_id, reason)
    select * from unnest(${column('roomId')}::uuid[], ${column('seq')}::int[], ${column('id')}::uuid[],
      ${column('senderId')}::uuid[], ${column('version')}::bigint[], ${column('at')}::timestamptz[],
      ${rows.map(({ concern }) => concern.userId)}::uuid[], ${rows.map(({ concern }) => concern.reason)}::text[])`.execute(
    tx,
  )
}

/** Whom the message concerns, and since when. */
export const listConcerns = (tx: Tx, messageId: string): Promise<(Concern & { at: Date })[]> =>
  tx.selectFrom('mentions').select(['user_id as userId', 'reason', 'at']).where('message_id', '=', messageId).execute()

const halves = (concerns: Concern[]) => {
  const people = concerns.flatMap(({ userId }) => userId ?? [])
  return { people, everybody: people.length < concerns.length }
}

/** They are concerned no more. */
export const deleteConcerns = async (tx: Tx, messageId: string, concerns: Concern[]): Promise<void> => {
  if (concerns.length === 0) return
  const { people, everybody } = halves(concerns)
  await sql`delete from mentions where message_id = ${messageId}
    and (user_id = any(${people}::uuid[]) or user_id is null and ${everybody}::boolean)`.execute(tx)
}

/** For whom it concerns in another way now it is news, marked as read or not; one's own reason stands before everybody's. */
export const forgetReads = async (tx: Tx, messageId: string, concerns: Concern[]): Promise<void> => {
  if (concerns.length === 0) return
  const { people, everybody } = halves(concerns)
  await sql`delete from notification_reads d where d.message_id = ${messageId}
    and (d.user_id = any(${people}::uuid[]) or ${everybody}::boolean and not exists (
      select from mentions n where n.message_id = d.message_id and n.user_id = d.user_id))`.execute(tx)
}
