import type { PresenceStatus } from '@parley/contract/presence'
import type { InboxRoom } from '@parley/contract/rooms'
import { Hash, Lock, Users } from 'lucide-react'
import { Avatar } from '../../ui/Avatar'
import { counterpartOf } from './room-title'

type Iconic = Pick<InboxRoom, 'kind'> & Partial<InboxRoom>

/** The kind of a room at a glance, 20 px: a person's picture for a conversation between two. */
export function RoomIcon({ room, presence }: { room: Iconic; presence?: PresenceStatus | undefined }) {
  const person = counterpartOf(room as InboxRoom)
  if (person) return <Avatar user={person} size={20} {...(presence ? { presence } : {})} />
  const Icon = room.kind === 'direct' ? Users : room.kind === 'private' ? Lock : Hash
  return (
    <span className="inline-flex size-5 shrink-0 items-center justify-center" aria-hidden="true">
      <Icon className="size-4 opacity-70" />
    </span>
  )
}
