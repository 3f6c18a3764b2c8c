import type { InboxRoom } from '@parley/contract/rooms'
import { api } from '@parley/client/react'
import { RoomIcon } from './RoomIcon'
import { roomTitle } from './room-title'

interface Props {
  /** If it is among the rooms that are loaded. */
  room: InboxRoom | undefined
  roomId: string
}

/** The room of something that is listed outside of it. */
export function RoomPlace({ room, roomId }: Props) {
  return (
    <span className="mt-1 flex items-center gap-1 text-stamp text-fg-faint">
      {room ? <Place room={room} /> : <FarPlace roomId={roomId} />}
    </span>
  )
}

function Place({ room }: { room: InboxRoom }) {
  return (
    <>
      <span className="-ms-0.5 flex scale-90">
        <RoomIcon room={room} />
      </span>
      <bdi className="min-w-0 truncate pe-7">{roomTitle(room)}</bdi>
    </>
  )
}

/** Further down the list of rooms than was loaded. */
function FarPlace({ roomId }: { roomId: string }) {
  const { data } = api.rooms.byId.useQuery({ roomId }, { staleTime: 60_000, retry: false })
  return data ? <Place room={data} /> : <span className="h-5" />
}
