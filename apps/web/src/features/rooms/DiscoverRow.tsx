import type { DiscoveredRoom } from '@parley/contract/rooms'
import { Button } from '../../ui/Button'
import { describeJoin } from './describe-join'
import { RoomIcon } from './RoomIcon'
import { roomTitle } from './room-title'
import { useOpenRoom } from './use-open-room'

export function DiscoverRow({ room, onDone }: { room: DiscoveredRoom; onDone: () => void }) {
  const { openRoom, joinRoom, join } = useOpenRoom(onDone)
  return (
    <li className="flex items-center gap-2.5 rounded-lg px-2 py-2 hover:bg-fg/4">
      <span className="self-start pt-px text-fg-muted">
        <RoomIcon room={room} />
      </span>
      <div className="min-w-0 grow">
        <p className="truncate font-medium">
          <bdi>{roomTitle(room)}</bdi>
        </p>
        {join.isError ? (
          <p role="alert" className="text-meta text-danger">
            {describeJoin(join.error)}
          </p>
        ) : (
          <p className="tabular truncate text-meta text-fg-muted">
            {room.memberCount} {room.memberCount === 1 ? 'member' : 'members'}
            {room.topic !== null && (
              <>
                {' · '}
                <bdi>{room.topic}</bdi>
              </>
            )}
          </p>
        )}
      </div>
      {room.joined ? (
        <Button size="sm" look="quiet" aria-label={`Open ${roomTitle(room)}`} onClick={() => openRoom(room.id)}>
          Open
        </Button>
      ) : (
        <Button
          size="sm"
          busy={join.isPending}
          aria-label={`Join ${roomTitle(room)}`}
          onClick={() => joinRoom(room.id)}
        >
          Join
        </Button>
      )}
    </li>
  )
}
