import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import { selectMessages } from '../messages/queries.js'
import { anyOf, escapeLike } from '../users/queries.js'
import type { InboxRow, RoomAccessRow, RoomRow } from './mapper.js'
import { unreadMentions } from './queries-mentions.js'

const roomColumns = [
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

export const findRoomFor = (db: Db | Tx, roomId: string, userId: string): Promise<RoomAccessRow | undefined> =>
  db
    .selectFrom('rooms as r')
    .leftJoin('members as m', (join) => join.onRef('m.room_id', '=', 'r.id').on('m.user_id', '=', userId))
    .select([...roomColumns, ...membershipColumns])
    .where('r.id', '=', roomId)
    .where('r.deleted_at', 'is', null)
    .executeTakeFirst()

/**
 * The newest message of the main timeline, if the member may see it, as one `jsonb`. The newest first, and then whether
 * it is theirs to see: looking for the newest of theirs would go through a whole room that shows them nothing.
 */
const lastMessage = (db: Db | Tx) =>
  db
    .selectFrom(
      selectMessages(db)
        .whereRef('m.room_id', '=', sql.ref('r.id'))
        .where('m.main_no', 'is not', null)
        .orderBy('m.main_no', 'desc')
        .limit(1)
        .as('newest'),
    )
    .selectAll()
    .where(sql<boolean>`newest.seq >= coalesce(me.visible_from_seq, 1)`)

const inboxColumns = [
  'me.role',
  'me.joined_at',
  'me.read_seq',
  'me.read_main',
  'me.read_version',
  'me.visible_from_seq',
  'me.notify',
  'me.favourite',
  'me.muted_until',
  unreadMentions(sql.ref('r.id')),
  sql<InboxRow['last_message']>`to_jsonb(lm)`.as('last_message'),
  sql<Date>`coalesce(lm.created_at, r.created_at)`.as('last_activity_at'),
  sql<InboxRow['others']>`case when r.kind = 'direct' then (
    select jsonb_agg(jsonb_build_object('id', u.id, 'username', u.username, 'display_name', u.display_name) order by u.username)
    from members o join users u on u.id = o.user_id where o.room_id = r.id and o.user_id <> me.user_id) end`.as(
    'others',
  ),
] as const

/**
 * A person's rooms with all that the room list shows, newest activity first, in one statement. Of all their rooms only
 * the time of the newest message is looked up, by its number; the rest only of those on the page.
 */
export const listInbox = (
  db: Db,
  userId: string,
  limit: number,
  before: { at: Date; id: string } | null,
): Promise<InboxRow[]> =>
  db
    .with(
      (cte) => cte('top').materialized(),
      (cte) =>
        cte
          .selectFrom('members as me')
          .innerJoin('rooms as r', 'r.id', 'me.room_id')
          .leftJoinLateral(
            // The limit keeps the planner from joining all messages there are instead.
            () =>
              db
                .selectFrom('messages as m')
                .select('m.created_at')
                .whereRef('m.room_id', '=', sql.ref('r.id'))
                .whereRef('m.main_no', '=', sql.ref('r.last_main'))
                .whereRef('m.seq', '>=', sql.ref('me.visible_from_seq'))
                .limit(1)
                .as('n'),
            (join) => join.onTrue(),
          )
          .select(['r.id as room_id', sql<Date>`coalesce(n.created_at, r.created_at)`.as('active_at')])
          .where('me.user_id', '=', userId)
          .where('r.deleted_at', 'is', null)
          .$if(before !== null, (query) =>
            query.where(sql<boolean>`(coalesce(n.created_at, r.created_at), r.id) < (${before?.at}, ${before?.id})`),
          )
          .orderBy('active_at', 'desc')
          .orderBy('r.id', 'desc')
          .limit(limit),
    )
    .selectFrom('top')
    // As laterals, so that they are looked up for the rows of the page alone.
    .innerJoinLateral(
      () => db.selectFrom('rooms').selectAll().whereRef('id', '=', sql.ref('top.room_id')).limit(1).as('r'),
      (join) => join.onTrue(),
    )
    .innerJoinLateral(
      () =>
        db
          .selectFrom('members')
          .selectAll()
          .whereRef('room_id', '=', sql.ref('top.room_id'))
          .where('user_id', '=', userId)
          .limit(1)
          .as('me'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      () => lastMessage(db).as('lm'),
      (join) => join.onTrue(),
    )
    .select([...roomColumns, ...inboxColumns])
    .orderBy('top.active_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()

/** One room as one person's inbox shows it, member or not. */
export const getInboxRow = (db: Db | Tx, roomId: string, userId: string): Promise<InboxRow> =>
  db
    .selectFrom('rooms as r')
    .leftJoin('members as me', (join) => join.onRef('me.room_id', '=', 'r.id').on('me.user_id', '=', userId))
    .leftJoinLateral(
      () => lastMessage(db).as('lm'),
      (join) => join.onTrue(),
    )
    .select([...roomColumns, ...inboxColumns])
    .where('r.id', '=', roomId)
    .executeTakeFirstOrThrow()

/** What every member's inbox is told of a room: its numbers and its newest message. */
export const findActivity = (db: Db, roomId: string): Promise<(RoomRow & Pick<InboxRow, 'last_message'>) | undefined> =>
  db
    .selectFrom('rooms as r')
    .leftJoinLateral(
      () =>
        selectMessages(db)
          .whereRef('m.room_id', '=', sql.ref('r.id'))
          .where('m.main_no', 'is not', null)
          .orderBy('m.main_no', 'desc')
          .limit(1)
          .as('lm'),
      (join) => join.onTrue(),
    )
    .select([...roomColumns, sql<InboxRow['last_message']>`to_jsonb(lm)`.as('last_message')])
    .where('r.id', '=', roomId)
    .executeTakeFirst()

/** The rooms of these people, from where on they may see each, up to where they have read it, and what they want to hear of it. */
export const listVisible = (db: Db, userIds: readonly string[]) =>
  db
    .selectFrom('members')
    .select(['user_id', 'room_id', 'visible_from_seq', 'read_seq', 'notify'])
    .where('user_id', '=', anyOf(userIds))
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
    .where('m.user_id', 'in', userIds)
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
