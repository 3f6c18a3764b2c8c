import { useInbox } from '@parley/client/react'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { ContextMenu } from '../../ui/ContextMenu'
import { RoomMenuItems } from './RoomMenuItems'

/** One menu for the whole list: a right click, a long press or the menu key says of which room. */
export function RoomListMenu({ onFailed, children }: { onFailed: (what: string) => void; children: ReactNode }) {
  const { rooms } = useInbox()
  const [roomId, setRoomId] = useState<string | null>(null)
  const room = rooms.find(({ id }) => id === roomId)

  const aim = (event: SyntheticEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-room-row]')
    if (row) setRoomId(row.dataset['roomRow']!)
    // Beside the rows there is nothing to ask about.
    else (event as { preventBaseUIHandler?: () => void }).preventBaseUIHandler?.()
  }
  return (
    <ContextMenu area={<div onContextMenu={aim} onTouchStart={aim} className="min-h-full" />} content={children}>
      {room && <RoomMenuItems room={room} onFailed={onFailed} />}
    </ContextMenu>
  )
}
