import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import { selectMessages } from '../messages/queries.js'
import type { InboxRow, RoomRow } from './mapper.js'
import { roomColumns } from './queries.js'
import { unreadMentions } from './queries-mentions.js'
import { anyOf, userJson } from '../users/queries.js'

// Rooms as their members' inboxes show them.

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
    select jsonb_agg(${userJson('u')} order by u.username)
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
export const listActivity = (
  db: Db,
  roomIds: readonly string[],
): Promise<(RoomRow & Pick<InboxRow, 'last_message'> & { departures: number })[]> =>
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
    .select([...roomColumns, 'r.departures', sql<InboxRow['last_message']>`to_jsonb(lm)`.as('last_message')])
    .where('r.id', '=', anyOf(roomIds))
    .execute()
