import { z } from 'zod'
import { MessageId, ReportId } from './ids.js'
import { limits } from './limits.js'
import { Message } from './messages.js'
import { pageOf } from './pages.js'
import { line } from './text.js'
import { UserRef } from './users.js'

export const ReportMessage = z.object({ messageId: MessageId, reason: line(limits.reason) })
export type ReportMessage = z.infer<typeof ReportMessage>

/** What waits for those who moderate a room. */
export const Report = z.object({
  id: ReportId,
  /** As it is now. */
  message: Message,
  /** `null` to who wrote the message, moderator or not. */
  reportedBy: UserRef.nullable(),
  reason: z.string(),
  createdAt: z.date(),
})
export type Report = z.infer<typeof Report>
export const ReportPage = pageOf(Report)

/** One decision for all reports of the message that wait. */
export const ResolveReport = z
  .object({
    reportId: ReportId,
    outcome: z.enum(['resolved', 'dismissed']),
    deleteMessage: z.boolean().default(false),
  })
  .refine(({ outcome, deleteMessage }) => outcome === 'resolved' || !deleteMessage, {
    path: ['deleteMessage'],
    message: 'goes with `resolved` only',
  })
export type ResolveReport = z.infer<typeof ResolveReport>
