import type { Db, Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { type MemberRoom, requireAct } from '../rooms/access.js'
import { findReport } from './queries.js'

export type ReportAccess = NonNullable<Awaited<ReturnType<typeof findReport>>>

const noSuchReport = () => new AppError('not_found', 'This report does not exist.')

/** The report, waiting or closed, and its room, if the person may decide on it. */
export async function requireReport(
  db: Db | Tx,
  reportId: string,
  userId: string,
): Promise<{ report: ReportAccess; room: MemberRoom }> {
  const report = await findReport(db, reportId)
  if (!report) throw noSuchReport()
  const room = await requireAct(db, report.room_id, userId, 'resolveReport').catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'not_found' ? noSuchReport() : error
  })
  return { report, room }
}
