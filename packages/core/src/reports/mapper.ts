import type { Report } from '@parley/contract/reports'
import { type MessageRow, toMessage } from '../messages/mapper.js'
import { toUserRef, type UserRefRow } from '../users/mapper.js'

export interface ReportRow {
  id: string
  reason: string
  created_at: Date
  message: MessageRow
  reported_by: UserRefRow
}

/** As `reader` is shown it: of what they wrote themselves, they are not told who reported it. */
export const toReport = (row: ReportRow, reader: { userId: string; visibleFrom: number }): Report => ({
  id: row.id,
  message: toMessage(row.message, reader.visibleFrom),
  reportedBy: row.message.sender.id === reader.userId ? null : toUserRef(row.reported_by),
  reason: row.reason,
  createdAt: row.created_at,
})
