import type { Db, Tx } from '@parley/db/database'
import { sql, type Updateable } from 'kysely'
import type { Database } from '@parley/db/database'
import type { AuditRow, BanRow } from './mapper-administration.js'
import { userJson } from '../users/queries.js'

// The settings of a room, who is banned from it, and what was done to it.

export type RoomChange = Pick<
  Updateable<Database['rooms']>,
  'name' | 'topic' | 'kind' | 'history' | 'slow_seconds' | 'announces' | 'archived_at' | 'deleted_at'
>

export const updateRoomRow = (tx: Tx, roomId: string, change: RoomChange) =>
  tx.updateTable('rooms').set(change).where('id', '=', roomId).execute()

export interface Place {
  at: Date
  id: string
}

/** The newest first. */
export const listBanRows = (db: Db, roomId: string, limit: number, before: Place | null): Promise<BanRow[]> =>
  db
    .selectFrom('room_bans as b')
    .innerJoin('users as u', 'u.id', 'b.user_id')
    .innerJoin('users as by', 'by.id', 'b.banned_by')
    .select([
      'u.id',
      'u.username',
      'u.display_name',
      'u.avatar_id',
      userJson('by').as('banned_by'),
      'b.reason',
      'b.created_at',
    ])
    .where('b.room_id', '=', roomId)
    .$if(before !== null, (bans) =>
      bans.where(sql<boolean>`(b.created_at, b.user_id) < (${before?.at}, ${before?.id})`),
    )
    .orderBy('b.created_at', 'desc')
    .orderBy('b.user_id', 'desc')
    .limit(limit)
    .execute()

export interface NewAudit {
  id: string
  actor_id: string
  act: string
  room_id: string | null
  target_id: string | null
  details: Record<string, string | number | boolean | null>
  ip: string
  user_agent: string | null
}

export const insertAudit = (tx: Tx, entry: NewAudit) =>
  tx
    .insertInto('audit_log')
    .values({ ...entry, details: JSON.stringify(entry.details) })
    .execute()

/** The newest first. */
export const listAuditRows = (db: Db, roomId: string, limit: number, before: Place | null): Promise<AuditRow[]> =>
  db
    .selectFrom('audit_log as a')
    .leftJoin('users as u', 'u.id', 'a.actor_id')
    .leftJoin('users as t', 't.id', 'a.target_id')
    .select([
      'a.id',
      'a.at',
      'a.act',
      sql<AuditRow['details']>`a.details`.as('details'),
      'a.ip',
      'a.user_agent',
      sql<AuditRow['actor']>`case when u.id is not null then ${userJson('u')} end`.as('actor'),
      sql<AuditRow['target']>`case when t.id is not null then ${userJson('t')} end`.as('target'),
    ])
    .where('a.room_id', '=', roomId)
    .$if(before !== null, (entries) => entries.where(sql<boolean>`(a.at, a.id) < (${before?.at}, ${before?.id})`))
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute()
