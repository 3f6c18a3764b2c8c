import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import { anyOf, escapeLike } from '../users/queries.js'
import type { RoomAccessRow } from './mapper.js'

export const roomColumns = [
  'r.id',
  'r.kind',
  'r.name',
  'r.topic',
  'r.created_at',
  'r.archived_at',
  'r.last_seq',
  'r.last_main',
  'r.version',
  'r.member_count',
  'r.history',
  'r.slow_seconds',
  'r.announces',
] as const

const membershipColumns = [
  'm.role',
  'm.joined_at',
  'm.read_seq',
  'm.read_main',
  'm.read_version',
  'm.visible_from_seq',
  'm.notify',
  'm.favourite',
  'm.muted_until',
] as const

/** Rooms, each with what one person is in it; whether they may see it is for `access.ts` to say. */
export const listRoomsFor = (db: Db | Tx, asked: readonly RoomOfPerson[]) =>
  db
    .selectFrom(
      sql<{ room_id: string; user_id: string }>`unnest(${asked.map(({ roomId }) => roomId)}::uuid[], ${asked.map(
        ({ userId }) => userId,
      )}::uuid[])`.as<'asked'>(sql`asked(room_id, user_id)`),
    )
    .innerJoin('rooms as r', 'r.id', 'asked.room_id')
    .leftJoin('members as m', (join) => join.onRef('m.room_id', '=', 'r.id').onRef('m.user_id', '=', 'asked.user_id'))
    .select(['asked.user_id', ...roomColumns, ...membershipColumns])
    .where('r.deleted_at', 'is', null)
    .execute()

export interface RoomOfPerson {
  roomId: string
  userId: string
}

/** The same of one room and one person. */
export const findRoomFor = (db: Db | Tx, roomId: string, userId: string): Promise<RoomAccessRow | undefined> =>
  db
    .selectFrom('rooms as r')
    .leftJoin('members as m', (join) => join.onRef('m.room_id', '=', 'r.id').on('m.user_id', '=', userId))
    .select([...roomColumns, ...membershipColumns])
    .where('r.id', '=', roomId)
    .where('r.deleted_at', 'is', null)
    .executeTakeFirst()

/** The person's rooms, from where on they may see each, up to where they have read it, and what they want to hear of it. */
export const listVisible = (db: Db, userIds: readonly string[]) =>
  db
    .selectFrom('members')
    .select(['user_id', 'room_id', 'visible_from_seq', 'read_seq', 'notify'])
    .where('user_id', '=', anyOf(userIds))
    .execute()

/** The rooms that the person is a member of, and from where on they may read each. */
export const listReadable = (db: Db | Tx, userId: string) =>
  db
    .selectFrom('members as m')
    .innerJoin('rooms as r', 'r.id', 'm.room_id')
    .select(['m.room_id', 'm.visible_from_seq', 'r.name', 'r.last_seq'])
    .where('m.user_id', '=', userId)
    .where('r.deleted_at', 'is', null)
    .execute()

export const listRoomIdsOf = async (db: Db, userId: string): Promise<string[]> => {
  const rows = await db.selectFrom('members').select('room_id').where('user_id', '=', userId).execute()
  return rows.map((row) => row.room_id)
}

export const listMembershipsOf = (db: Db, userIds: string[]) =>
  db
    .selectFrom('members as m')
    .innerJoin('rooms as r', 'r.id', 'm.room_id')
    .select(['m.user_id', 'm.room_id', 'r.member_count'])
    .where('m.user_id', '=', anyOf(userIds))
    .execute()

/** Public rooms that are not archived, newest first. */
export const listPublic = (
  db: Db,
  userId: string,
  { query, limit, before }: { query: string; limit: number; before: { at: Date; id: string } | null },
) =>
  db
    .selectFrom('rooms as r')
    .leftJoin('members as m', (join) => join.onRef('m.room_id', '=', 'r.id').on('m.user_id', '=', userId))
    .select([...roomColumns, sql<boolean>`m.user_id is not null`.as('joined')])
    .where('r.kind', '=', 'public')
    .where('r.archived_at', 'is', null)
    .where('r.deleted_at', 'is', null)
    .$if(query !== '', (rooms) =>
      rooms.where((eb) => {
        const contains = `%${escapeLike(query)}%`
        return eb.or([eb('r.name', 'ilike', contains), eb('r.topic', 'ilike', contains)])
      }),
    )
    .$if(before !== null, (rooms) => rooms.where(sql<boolean>`(r.created_at, r.id) < (${before?.at}, ${before?.id})`))
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()

/** The person's rooms in which something is unread. */
export const listUnread = (db: Db, userId: string): Promise<{ id: string; last_seq: number; last_main: number }[]> =>
  db
    .selectFrom('members as m')
    .innerJoin('rooms as r', 'r.id', 'm.room_id')
    .select(['r.id', 'r.last_seq', 'r.last_main'])
    .where('m.user_id', '=', userId)
    .where('r.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('r.last_main', '>', eb.ref('m.read_main')), eb('r.last_seq', '>', eb.ref('m.read_seq'))]))
    .execute()

/** The place in the main timeline of the last message up to `seq`. */
export const countMainUpTo = async (tx: Db | Tx, roomId: string, seq: number): Promise<number> => {
  const row = await tx
    .selectFrom('messages')
    .select('main_no')
    .where('room_id', '=', roomId)
    .where('main_no', 'is not', null)
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.main_no ?? 0
}
