import { api } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, LogOut, MailOpen } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { IconButton } from '../../ui/IconButton'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu'
import { roomTitle } from '../rooms/room-title'

/** What one can do with a room as a whole. */
export function RoomMenu({ room, onMarkUnread }: { room: InboxRoom; onMarkUnread: () => void }) {
  const navigate = useNavigate()
  const { rooms } = api.useUtils()
  const [leaving, setLeaving] = useState(false)
  const leave = api.rooms.leave.useMutation({
    // First it goes from the list, so that the way home does not lead back here.
    onSuccess: async () => {
      await rooms.list.invalidate()
      await navigate({ to: '/' })
    },
  })

  return (
    <>
      <Menu align="end" trigger={<IconButton label="More about this room" icon={<Ellipsis />} side="bottom" />}>
        <MenuItem icon={<MailOpen />} disabled={room.lastSeq === 0} onSelect={onMarkUnread}>
          Mark unread
        </MenuItem>
        {room.kind !== 'direct' && (
          <>
            <MenuSeparator />
            <MenuItem danger icon={<LogOut />} onSelect={() => setLeaving(true)}>
              Leave room
            </MenuItem>
          </>
        )}
      </Menu>
      <Dialog
        open={leaving}
        onOpenChange={setLeaving}
        title={`Leave ${roomTitle(room)}?`}
        description={
          room.kind === 'private'
            ? 'Somebody in the room has to invite you before you can come back.'
            : 'You can join again whenever you like.'
        }
        width="sm"
      >
        <div className="px-5 pt-2 pb-4">
          {leave.error && (
            <p role="alert" className="text-meta text-danger">
              {describeError(leave.error)}
            </p>
          )}
          <DialogActions>
            <Button look="quiet" onClick={() => setLeaving(false)}>
              Cancel
            </Button>
            <Button look="danger" busy={leave.isPending} onClick={() => leave.mutate({ roomId: room.id })}>
              Leave room
            </Button>
          </DialogActions>
        </div>
      </Dialog>
    </>
  )
}
