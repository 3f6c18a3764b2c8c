import { limits } from '@parley/contract/limits'
import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { ThreadRow } from './mapper.js'

/** Where the person stands in the thread. */
export const getThreadRow = (db: Db | Tx, rootId: string, userId: string): Promise<ThreadRow> =>
  db
    .selectFrom('messages as r')
    .leftJoin('thread_followers as f', (on) => on.onRef('f.root_id', '=', 'r.id').on('f.user_id', '=', userId))
    .select(['r.id as root_id', 'r.room_id', 'r.reply_count', 'f.follows', 'f.read_seq', 'f.read_replies'])
    .where('r.id', '=', rootId)
    .executeTakeFirstOrThrow()

/** The threads `r` that a person follows, as `f`, in rooms that they are in and that show them where these began. */
const selectFollowed = (db: Db, userId: string) =>
  db
    .selectFrom('thread_followers as f')
    .innerJoin('messages as r', 'r.id', 'f.root_id')
    .innerJoin('rooms as o', 'o.id', 'r.room_id')
    .innerJoin('members as m', (on) => on.onRef('m.room_id', '=', 'r.room_id').onRef('m.user_id', '=', 'f.user_id'))
    .select(['r.id as root_id', 'r.room_id', 'r.reply_count', 'f.follows', 'f.read_seq', 'f.read_replies'])
    .where('f.user_id', '=', userId)
    .where('f.follows', '=', true)
    .where('o.deleted_at', 'is', null)
    .whereRef('r.seq', '>=', 'm.visible_from_seq')

/** Those in which something is unread, whose beginning is newest first. */
export const listUnreadThreadRows = (db: Db, userId: string): Promise<ThreadRow[]> =>
  selectFollowed(db, userId)
    .whereRef('r.reply_count', '>', 'f.read_replies')
    .orderBy('r.id', 'desc')
    .limit(limits.threadsCounted)
    .execute()

/** All of them, the one that was answered in last first. */
export const listFollowedThreadRows = (
  db: Db,
  userId: string,
  limit: number,
  before: { at: Date; id: string } | null,
): Promise<(ThreadRow & { at: Date; visible_from_seq: number })[]> =>
  selectFollowed(db, userId)
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('messages as a')
          .select('a.created_at as at')
          .whereRef('a.thread_root_id', '=', 'r.id')
          .orderBy('a.seq', 'desc')
          .limit(1)
          .as('l'),
      (on) => on.onTrue(),
    )
    .select(['l.at', 'm.visible_from_seq'])
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(l.at, r.id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`),
    )
    .orderBy('l.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()

/** The last answer up to `seq`, and how many there are by then. */
export const countRepliesUpTo = (db: Db, rootId: string, seq: number): Promise<{ seq: number; count: number }> =>
  db
    .selectFrom('messages')
    .select([sql<number>`coalesce(max(seq), 0)`.as('seq'), sql<number>`count(*)::int`.as('count')])
    .where('thread_root_id', '=', rootId)
    .where('seq', '<=', seq)
    .executeTakeFirstOrThrow()
