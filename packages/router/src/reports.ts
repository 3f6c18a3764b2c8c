import { Ok } from '@parley/contract/pages'
import { ReportPage, ResolveReport } from '@parley/contract/reports'
import { ListOfRoom } from '@parley/contract/room-administration'
import { listReports, resolveReport } from '@parley/core/reports/service'
import { done, scoped } from './trpc.js'

/** The procedures of `rooms` for those who moderate; who reports calls `messages.report`. */
export const reports = {
  /** Lists the reports that wait, the oldest first, to moderators and above. */
  reports: scoped('rooms:read')
    .input(ListOfRoom)
    .output(ReportPage)
    .query(({ ctx, input }) => listReports(ctx, input)),
  /** Decides for all reports of a message, as moderator or above; deciding otherwise later is `conflict`. */
  resolveReport: scoped('rooms:write')
    .input(ResolveReport)
    .output(Ok)
    .mutation(({ ctx, input }) => done(resolveReport(ctx, input))),
}
