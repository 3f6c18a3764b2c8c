import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import { selectMessages } from '../messages/queries.js'
import type { ReportRow } from './mapper.js'
import { userJson } from '../users/queries.js'

// What writes runs under the room's row lock.

export interface NewReport {
  id: string
  room_id: string
  message_id: string
  reported_by: string
  reason: string
}

/** Whether the person had no report of this message waiting. */
export async function insertReport(tx: Tx, report: NewReport): Promise<boolean> {
  const inserted = await tx
    .insertInto('reports')
    .values(report)
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

export const findReport = (db: Db | Tx, reportId: string) =>
  db
    .selectFrom('reports')
    .select(['id', 'room_id', 'message_id', 'reason', 'outcome'])
    .where('id', '=', reportId)
    .executeTakeFirst()

/** Those that wait, the oldest first, of messages that the reader may see. */
export const listReportRows = (
  db: Db,
  { roomId, visibleFrom, limit }: { roomId: string; visibleFrom: number; limit: number },
  after: { at: Date; id: string } | null,
): Promise<ReportRow[]> =>
  db
    .selectFrom('reports as report')
    .innerJoin('users as reporter', 'reporter.id', 'report.reported_by')
    .innerJoinLateral(
      () =>
        selectMessages(db)
          .whereRef('m.id', '=', sql.ref('report.message_id'))
          .where('m.seq', '>=', visibleFrom)
          .as('reported'),
      (join) => join.onTrue(),
    )
    .select([
      'report.id',
      'report.reason',
      'report.created_at',
      sql<ReportRow['message']>`to_jsonb(reported)`.as('message'),
      userJson('reporter').as('reported_by'),
    ])
    .where('report.room_id', '=', roomId)
    .where('report.closed_at', 'is', null)
    .$if(after !== null, (reports) =>
      reports.where(sql<boolean>`(report.created_at, report.id) > (${after?.at}, ${after?.id})`),
    )
    .orderBy('report.created_at')
    .orderBy('report.id')
    .limit(limit)
    .execute()

export const countOpenReports = async (tx: Tx, roomId: string): Promise<number> => {
  const { count } = await tx
    .selectFrom('reports')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('room_id', '=', roomId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Closes all reports of the message that wait. */
export const closeReports = (
  tx: Tx,
  messageId: string,
  { closedBy, outcome, at }: { closedBy: string; outcome: 'resolved' | 'dismissed'; at: Date },
) =>
  tx
    .updateTable('reports')
    .set({ closed_at: at, closed_by: closedBy, outcome })
    .where('message_id', '=', messageId)
    .where('closed_at', 'is', null)
    .execute()
