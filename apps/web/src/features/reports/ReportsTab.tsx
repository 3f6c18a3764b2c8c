import { api, useParley, useSession } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { useState } from 'react'
import { ConfirmDialog } from '../../app/ConfirmDialog'
import { PagedList } from '../room-administration/PagedList'
import { ReportedRow, type Decision } from './ReportedRow'
import { byMessage, useReports, type ReportedMessage } from './use-reports'

/** What members have reported, for those who moderate the room to decide on. */
export function ReportsTab({ room, onClose }: { room: InboxRoom; onClose: () => void }) {
  const { trpc } = useParley()
  const { rooms } = api.useUtils()
  const selfId = useSession().user?.id
  const query = useReports(room)
  const [deleting, setDeleting] = useState<ReportedMessage | null>(null)
  const pages = query.data && [{ items: byMessage(query.data.pages.flatMap(({ items }) => items)) }]

  async function decide({ reports }: ReportedMessage, decision: Decision) {
    await trpc.rooms.resolveReport.mutate({ reportId: reports[0]!.id, ...decision })
    void rooms.reports.invalidate({ roomId: room.id })
    void rooms.audit.invalidate({ roomId: room.id })
  }
  return (
    <>
      <PagedList
        query={{ ...query, data: pages && { pages } }}
        failed="Couldn't load the reports"
        empty="No message is waiting to be looked at."
        renderRow={(reported) => (
          <ReportedRow
            key={reported.message.id}
            reported={reported}
            decides={reported.message.sender.id !== selfId || room.role === 'owner'}
            onDecide={(decision) => decide(reported, decision)}
            onDelete={() => setDeleting(reported)}
            onShow={onClose}
          />
        )}
      />
      <ConfirmDialog
        open={deleting !== null}
        onClose={() => setDeleting(null)}
        title="Delete this message?"
        description="It goes for everybody, and can't be brought back. The report is closed."
        action="Delete message"
        onConfirm={() => decide(deleting!, { outcome: 'resolved', deleteMessage: true })}
      />
    </>
  )
}
