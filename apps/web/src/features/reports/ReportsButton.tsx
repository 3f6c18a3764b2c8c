import type { InboxRoom } from '@parley/contract/rooms'
import { Flag } from 'lucide-react'
import { Tooltip } from '../../ui/Tooltip'
import { useRoomDialogs } from '../rooms/room-dialogs'
import { byMessage, useReports } from './use-reports'

/** There only for who moderates the room, and only while something waits. */
export function ReportsButton({ room }: { room: InboxRoom }) {
  const open = useRoomDialogs()
  const { data } = useReports(room)
  const count = byMessage(data?.pages.flatMap(({ items }) => items) ?? []).length
  if (count === 0) return null
  const says = `${count} reported ${count === 1 ? 'message' : 'messages'}`
  return (
    <Tooltip label={says} side="bottom">
      <button
        type="button"
        aria-label={says}
        onClick={() => open(room.id, 'reports')}
        className="touch-target tabular inline-flex h-8 items-center justify-center gap-1.5 rounded-md px-2 text-meta font-medium text-mention transition-colors hover:bg-fg/6"
      >
        <Flag aria-hidden="true" className="size-[17px]" />
        {count}
      </button>
    </Tooltip>
  )
}
