import { api } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { Button } from '../../ui/Button'
import { describeJoin } from '../rooms/describe-join'

/** A public room from outside: what it is about, and the way in. */
export function JoinPreview({ room }: { room: InboxRoom }) {
  const { rooms } = api.useUtils()
  const join = api.rooms.join.useMutation({
    onSuccess: () => {
      void rooms.list.invalidate()
      void rooms.byId.invalidate({ roomId: room.id })
    },
  })
  const members = `${room.memberCount.toLocaleString()} ${room.memberCount === 1 ? 'member' : 'members'}`
  return (
    <div className="flex min-h-0 grow flex-col items-center justify-center gap-5 overflow-y-auto p-8 text-center">
      <div className="max-w-[44ch] text-balance">
        <h2 className="text-title font-semibold wrap-anywhere">{room.name}</h2>
        {room.topic && <p className="mt-1 text-fg-muted">{room.topic}</p>}
        <p className="tabular mt-2 text-meta text-fg-faint">{members} · Public</p>
      </div>
      {join.error && (
        <p role="alert" className="text-meta text-danger">
          {describeJoin(join.error)}
        </p>
      )}
      <div className="flex flex-col items-center gap-2">
        <Button look="primary" busy={join.isPending} onClick={() => join.mutate({ roomId: room.id })}>
          Join room
        </Button>
        <p className="text-meta text-fg-muted">Join to read and write here.</p>
      </div>
    </div>
  )
}
