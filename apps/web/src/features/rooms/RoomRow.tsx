import type { PresenceStatus } from '@parley/contract/presence'
import type { InboxRoom } from '@parley/contract/rooms'
import { Link } from '@tanstack/react-router'
import { BellOff } from 'lucide-react'
import { memo } from 'react'
import { classNames } from '../../ui/class-names'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { attentionOf, isUnread } from './attention'
import { RoomIcon } from './RoomIcon'
import { roomTitle } from './room-title'

export interface RoomRowProps {
  room: InboxRoom
  active: boolean
  /** The one row that Tab reaches; arrows reach the rest. */
  tabbable: boolean
  presence: PresenceStatus | undefined
}

export const RoomRow = memo(function RoomRow({ room, active, tabbable, presence }: RoomRowProps) {
  const unread = isUnread(room) && !active
  const count = active ? 0 : attentionOf(room)
  return (
    <li>
      <Link
        to="/r/$roomId"
        params={{ roomId: room.id }}
        data-room-row={room.id}
        tabIndex={tabbable ? 0 : -1}
        aria-current={active ? 'page' : undefined}
        className={classNames(
          'group flex h-8 items-center gap-2.5 rounded-md ps-2 pe-2 text-message outline-offset-0! max-md:h-11 pointer-coarse:h-11',
          active ? 'bg-fg/9 text-fg' : 'hover:bg-fg/5',
          !active && (unread ? 'font-semibold text-fg' : room.notify === 'none' ? 'text-fg-faint' : 'text-fg-muted'),
        )}
      >
        <RoomIcon room={room} presence={presence} />
        <span className="min-w-0 grow truncate">
          <bdi>{roomTitle(room)}</bdi>
        </span>
        {room.notify === 'none' && <Silenced />}
        {count > 0 ? (
          <Count value={count} mentions={room.kind !== 'direct'} />
        ) : (
          unread && <VisuallyHidden>Unread</VisuallyHidden>
        )}
      </Link>
    </li>
  )
})

function Silenced() {
  return (
    <span className="flex shrink-0 text-fg-faint">
      <BellOff className="size-3.5" aria-hidden="true" />
      <VisuallyHidden>Muted</VisuallyHidden>
    </span>
  )
}

/** A mention is somebody calling; a direct message is already for you. */
function Count({ value, mentions }: { value: number; mentions: boolean }) {
  const what = mentions ? (value === 1 ? 'mention' : 'mentions') : value === 1 ? 'unread message' : 'unread messages'
  return (
    <span
      className={classNames(
        'tabular inline-flex h-[18px] min-w-[18px] shrink-0 items-center justify-center rounded-full px-1.5 text-[11px] font-semibold leading-none',
        mentions ? 'bg-mention text-bg' : 'bg-accent text-accent-fg',
      )}
    >
      {mentions && <span aria-hidden="true">@</span>}
      {value > 99 ? '99+' : value}
      <VisuallyHidden> {what}</VisuallyHidden>
    </span>
  )
}
