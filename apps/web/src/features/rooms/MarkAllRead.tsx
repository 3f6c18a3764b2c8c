import { useInbox } from '@parley/client/react'
import { CheckCheck } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { useRoomActions } from './use-room-actions'

/** There only while something is unread. */
export function MarkAllRead({ onFailed }: { onFailed: (what: string) => void }) {
  const { rooms } = useInbox()
  const { markAllRead } = useRoomActions(onFailed)
  if (!rooms.some((room) => room.unread > 0 || room.mentions > 0)) return null
  return <IconButton label="Mark all read" icon={<CheckCheck />} onClick={markAllRead} />
}
