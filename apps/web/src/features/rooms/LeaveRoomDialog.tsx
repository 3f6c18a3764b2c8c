import { api, useInboxActions, useParley, useSession } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ConfirmDialog } from '../../app/ConfirmDialog'
import { describeError, errorDataOf } from '../../app/describe-error'
import { MemberChoice } from '../members/MemberChoice'
import { useMemberActs } from '../members/use-member-acts'
import { roomTitle } from './room-title'

interface Props {
  room: InboxRoom
  open: boolean
  onClose: () => void
}

/** The way out. A room always has an owner, so its last one hands it over first. */
export function LeaveRoomDialog({ room, open, onClose }: Props) {
  const { trpc } = useParley()
  const inbox = useInboxActions()
  const navigate = useNavigate()
  const shown = useParams({ strict: false }).roomId
  const { setRole } = useMemberActs(room.id)
  const selfId = useSession().user?.id ?? ''
  const mayBeLast = room.role === 'owner' && room.memberCount > 1
  const members = api.rooms.members.useQuery({ roomId: room.id, limit: 100 }, { enabled: open && mayBeLast })
  const [refused, setRefused] = useState(false)
  const [heirId, setHeirId] = useState<string | null>(null)

  const all = members.data?.nextCursor === null ? members.data.items : null
  const isLast =
    mayBeLast && (refused || all?.every(({ user, role }) => role !== 'owner' || user.id === selfId) === true)

  async function leave() {
    if (isLast && heirId) await setRole(heirId, 'owner')
    try {
      await trpc.rooms.leave.mutate({ roomId: room.id })
    } catch (error) {
      if (errorDataOf(error)?.appCode === 'conflict') setRefused(true)
      throw error
    }
    // First it goes from the list, so that the way home does not lead back here.
    inbox.drop(room.id)
    if (shown === room.id) await navigate({ to: '/' })
  }

  const title = roomTitle(room)
  return (
    <ConfirmDialog
      open={open}
      onClose={() => {
        setHeirId(null)
        onClose()
      }}
      title={isLast ? `Hand over ${title} first` : `Leave ${title}?`}
      description={
        isLast
          ? 'You are its last owner. Choose who owns it from now on; then you can leave.'
          : room.kind === 'private'
            ? 'Somebody in the room has to invite you before you can come back.'
            : 'You can join again whenever you like.'
      }
      action={isLast ? 'Hand over and leave' : 'Leave room'}
      disabled={isLast && heirId === null}
      onConfirm={leave}
      describe={(error) =>
        errorDataOf(error)?.appCode === 'conflict' ? 'Somebody has to own this room.' : describeError(error)
      }
    >
      {isLast && (
        <MemberChoice roomId={room.id} label="New owner" exceptId={selfId} value={heirId} onChange={setHeirId} />
      )}
    </ConfirmDialog>
  )
}
