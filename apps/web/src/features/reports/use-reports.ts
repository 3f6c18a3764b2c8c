import { api } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import type { Report } from '@parley/contract/reports'
import { mayIn } from '../rooms/may'

/** What waits for those who moderate a room; asked for by them alone. The inbox's feed says when it is another. */
export const useReports = (room: InboxRoom) =>
  api.rooms.reports.useInfiniteQuery(
    { roomId: room.id },
    { getNextPageParam: (page) => page.nextCursor, enabled: mayIn(room, 'listReports'), staleTime: 30_000 },
  )

/** A message, and all that is said against it: it is decided on once. */
export interface ReportedMessage {
  message: Report['message']
  reports: Report[]
}

/** The longest waiting first. */
export function byMessage(reports: readonly Report[]): ReportedMessage[] {
  const messages = new Map<string, ReportedMessage>()
  for (const report of reports) {
    const held = messages.get(report.message.id)
    messages.set(report.message.id, { message: report.message, reports: [...(held?.reports ?? []), report] })
  }
  return [...messages.values()]
}
