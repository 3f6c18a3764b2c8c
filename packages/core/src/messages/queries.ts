import { limits } from '@parley/contract/limits'
import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { MessageRow } from './mapper.js'
import { userJson } from '../users/queries.js'

/** What is quoted of a message: what it says, or the names of its files. */
export const sayingOf = (table: string) => sql`coalesce(nullif(${sql.ref(`${table}.body`)}, ''),
  (select string_agg(name, ', ' order by position) from files where message_id = ${sql.ref(`${table}.id`)}), '')`

/**
 * Messages with sender, quote and reactions, in one statement whatever their number. `m` is the message. Deleted
 * messages have an empty body in the table already, so no reader has to remember to hide it.
 */
export const selectMessages = (db: Db | Tx) =>
  db
    .selectFrom('messages as m')
    .innerJoin('users as u', 'u.id', 'm.sender_id')
    .leftJoin('messages as q', 'q.id', 'm.reply_to_id')
    .leftJoin('users as qu', 'qu.id', 'q.sender_id')
    .select([
      'm.id',
      'm.room_id',
      'm.kind',
      'm.seq',
      'm.main_no',
      'm.version',
      'm.client_id',
      'm.body',
      'm.created_at',
      'm.edited_at',
      'm.deleted_at',
      'm.thread_root_id',
      'm.also_to_room',
      'm.reply_count',
      'm.mentions',
      'm.audience',
      'm.pinned_at',
      userJson('u').as('sender'),
      // A grapheme is seldom more than eight code points; the mapper cuts to the exact number.
      sql<MessageRow['quote']>`case when q.id is not null then jsonb_build_object(
        'id', q.id, 'seq', q.seq, 'body', left(${sayingOf('q')}, ${sql.lit(limits.quoteCharacters * 8)}),
        'sender', ${userJson('qu')}) end`.as('quote'),
      // Nothing is looked up of a message without a thread, and of a long one only its end.
      sql<MessageRow['last_repliers']>`case when m.reply_count > 0 then (
        select jsonb_agg(${userJson('lu')} order by l.seq desc)
        from (
          select sender_id, max(seq) as seq from (
            select sender_id, seq from messages where thread_root_id = m.id order by seq desc limit 20
          ) latest group by sender_id order by 2 desc limit ${sql.lit(limits.lastRepliers)}
        ) l join users lu on lu.id = l.sender_id) end`.as('last_repliers'),
      sql<MessageRow['reactions']>`(
        select jsonb_agg(jsonb_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.user_ids) order by r.first)
        from (
          select emoji, count(*)::int as count, min(version) as first,
            (array_agg(user_id order by version))[1:${sql.lit(limits.reactionUsersShown)}] as user_ids
          from reactions where message_id = m.id group by emoji
        ) r)`.as('reactions'),
      sql<MessageRow['attachments']>`(
        select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'name', f.name, 'mime_type', f.mime_type,
          'size', f.size, 'width', f.width, 'height', f.height, 'placeholder', f.placeholder,
          'has_thumbnail', f.has_thumbnail) order by f.position)
        from files f where f.message_id = m.id)`.as('attachments'),
      sql<MessageRow['preview']>`(
        select jsonb_build_object('url', p.url, 'title', p.title, 'description', p.description,
          'site_name', p.site_name)
        from link_previews p where p.message_id = m.id and p.title is not null and m.deleted_at is null)`.as('preview'),
    ])

export const findMessageRow = (db: Db | Tx, messageId: string): Promise<MessageRow | undefined> =>
  selectMessages(db).where('m.id', '=', messageId).executeTakeFirst()

export const listMessageRows = (db: Db | Tx, ids: string[]): Promise<MessageRow[]> =>
  selectMessages(db).where('m.id', 'in', ids).execute()

export interface Window {
  roomId: string
  /** The first message the reader may see. */
  visibleFrom: number
  limit: number
  /** Only the answers in this thread. */
  threadRootId?: string
}

/** What the main timeline shows: notes stand in it without a number there, so that they never count as unread. */
const isMain = sql<boolean>`(m.main_no is not null or m.kind <> 'text')`

const isShown = ({ threadRootId }: Window) =>
  threadRootId ? sql<boolean>`m.thread_root_id = ${threadRootId}::uuid` : isMain

/** Messages of the window before `beforeSeq` (none: from the end), newest first. */
export const listOlder = (db: Db, window: Window, beforeSeq: number | null): Promise<MessageRow[]> =>
  selectMessages(db)
    .where('m.room_id', '=', window.roomId)
    .where(isShown(window))
    .where('m.seq', '>=', window.visibleFrom)
    .$if(beforeSeq !== null, (query) => query.where('m.seq', '<', beforeSeq))
    .orderBy('m.seq', 'desc')
    .limit(window.limit)
    .execute()

/** Messages of the window after `afterSeq`, oldest first. */
export const listNewer = (db: Db, window: Window, afterSeq: number): Promise<MessageRow[]> =>
  selectMessages(db)
    .where('m.room_id', '=', window.roomId)
    .where(isShown(window))
    .where('m.seq', '>=', window.visibleFrom)
    .where('m.seq', '>', afterSeq)
    .orderBy('m.seq')
    .limit(window.limit)
    .execute()

/** Messages changed since `version`, thread replies included, in the order of their latest change. */
export const listChanged = (db: Db, { roomId, visibleFrom, limit }: Window, version: number): Promise<MessageRow[]> =>
  selectMessages(db)
    .where('m.room_id', '=', roomId)
    .where('m.version', '>', version)
    .where('m.seq', '>=', visibleFrom)
    .orderBy('m.version')
    .limit(limit)
    .execute()
