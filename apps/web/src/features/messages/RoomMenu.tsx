import type { InboxRoom } from '@parley/contract/rooms'
import { Ellipsis } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { RoomMenuItems } from '../rooms/RoomMenuItems'

interface Props {
  room: InboxRoom
  onMarkUnread: () => void
  onFailed: (what: string) => void
}

/** What one can do with a room as a whole. */
export function RoomMenu({ room, onMarkUnread, onFailed }: Props) {
  return (
    <Menu align="end" trigger={<IconButton label="More about this room" icon={<Ellipsis />} side="bottom" />}>
      <RoomMenuItems room={room} onFailed={onFailed} onMarkUnread={onMarkUnread} />
    </Menu>
  )
}
