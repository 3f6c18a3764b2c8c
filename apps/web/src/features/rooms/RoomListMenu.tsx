import { useInbox } from '@parley/client/react'
import { useCallback, useEffect, useState, type ReactNode, type SyntheticEvent } from 'react'
import { ContextMenu } from '../../ui/ContextMenu'
import { RoomMenuItems } from './RoomMenuItems'

/** One menu for the whole list: a right click, a long press or the menu key says of which room. */
export function RoomListMenu({ onFailed, children }: { onFailed: (what: string) => void; children: ReactNode }) {
  const { rooms } = useInbox()
  const [roomId, setRoomId] = useState<string | null>(null)
  const room = rooms.find(({ id }) => id === roomId)

  const findRow = useCallback(() => document.querySelector<HTMLElement>(`[data-room-row="${roomId}"]`), [roomId])
  // As a favourite the row is another one, in another section: the focus goes with it.
  useEffect(() => {
    if (document.activeElement === document.body) findRow()?.focus()
  }, [findRow, room?.favourite])

  const aim = (event: SyntheticEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-room-row]')
    if (row) setRoomId(row.dataset['roomRow']!)
    // Beside the rows there is nothing to ask about.
    else (event as { preventBaseUIHandler?: () => void }).preventBaseUIHandler?.()
  }
  return (
    <ContextMenu
      area={<div onContextMenu={aim} onTouchStart={aim} className="min-h-full" />}
      content={children}
      returnTo={findRow}
    >
      {room && <RoomMenuItems room={room} onFailed={onFailed} />}
    </ContextMenu>
  )
}
