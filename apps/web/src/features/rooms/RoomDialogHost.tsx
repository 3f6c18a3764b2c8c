import { useRef, useState, type ReactNode } from 'react'
import { AddPeopleDialog } from '../members/AddPeopleDialog'
import { RoomDetailsDialog } from '../room-administration/RoomDetailsDialog'
import { LeaveRoomDialog } from './LeaveRoomDialog'
import { RoomDialogsContext, type OpenRoomDialog, type RoomDialog } from './room-dialogs'
import { useRoom } from './use-room'
import { useLast } from '../../ui/use-last'

interface Asked {
  roomId: string
  dialog: RoomDialog
}

/** Lets everything inside ask for a room's dialogs, of whichever room. */
export function RoomDialogHost({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = useRef<OpenRoomDialog>((roomId, dialog) => setAsked({ roomId, dialog }))
  const shown = useLast(asked)
  return (
    <RoomDialogsContext value={open.current}>
      {children}
      {shown && <RoomDialogs {...shown} open={asked !== null} onClose={() => setAsked(null)} />}
    </RoomDialogsContext>
  )
}

function RoomDialogs({ roomId, dialog, open, onClose }: Asked & { open: boolean; onClose: () => void }) {
  const room = useRoom(roomId)
  if (!room || room.role === null) return null
  const props = { room, onClose }
  return (
    <>
      <LeaveRoomDialog {...props} open={open && dialog === 'leave'} />
      <AddPeopleDialog {...props} open={open && dialog === 'add-people'} />
      <RoomDetailsDialog
        {...props}
        open={open && dialog !== 'leave' && dialog !== 'add-people'}
        side={dialog === 'leave' || dialog === 'add-people' ? 'about' : dialog}
      />
    </>
  )
}
