import { usePresence } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { Users } from 'lucide-react'
import { useMemo } from 'react'
import { BackToRooms } from '../../app/BackToRooms'
import { Avatar } from '../../ui/Avatar'
import { Tooltip } from '../../ui/Tooltip'
import { presenceText } from '../presence/presence-text'
import { PinsButton } from '../pins/PinsButton'
import { ReportsButton } from '../reports/ReportsButton'
import { RoomIcon } from '../rooms/RoomIcon'
import { counterpartOf } from '../rooms/room-title'
import { RoomMenu } from './RoomMenu'

interface Props {
  room: InboxRoom
  title: string
  /** What is open beside it. */
  panel: 'roster' | 'pins' | null
  onTogglePanel: (panel: 'roster' | 'pins') => void
  onMarkUnread: () => void
  onFailed: (what: string) => void
}

export function RoomHeader({ room, title, panel, onTogglePanel, onMarkUnread, onFailed }: Props) {
  const person = counterpartOf(room)
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-line ps-4 pe-2.5 md:ps-5">
      <BackToRooms />
      {person ? (
        <PersonTitle room={room} title={title} />
      ) : (
        <>
          <span className="flex text-fg-muted max-md:hidden">
            <RoomIcon room={room} />
          </span>
          <h1 dir="auto" className="min-w-0 shrink-0 truncate text-title font-semibold max-md:shrink">
            {title}
          </h1>
          {room.topic && (
            <p
              dir="auto"
              title={room.topic}
              className="ms-2 min-w-0 truncate border-s border-line ps-3 text-meta text-fg-muted max-md:hidden"
            >
              {room.topic}
            </p>
          )}
        </>
      )}
      <div className="ms-auto flex shrink-0 items-center gap-0.5">
        <ReportsButton room={room} />
        {room.role !== null && <PinsButton open={panel === 'pins'} onToggle={() => onTogglePanel('pins')} />}
        {room.role !== null && !person && (
          <Tooltip label="Members" side="bottom">
            <button
              type="button"
              aria-expanded={panel === 'roster'}
              aria-label={`Members, ${room.memberCount}`}
              onClick={() => onTogglePanel('roster')}
              className="touch-target tabular inline-flex h-8 items-center justify-center gap-1.5 rounded-md px-2 text-meta font-medium text-fg-muted transition-colors hover:bg-fg/6 hover:text-fg aria-expanded:bg-fg/6 aria-expanded:text-fg"
            >
              <Users aria-hidden="true" className="size-[18px]" />
              {room.memberCount.toLocaleString()}
            </button>
          </Tooltip>
        )}
        {room.role !== null && <RoomMenu room={room} onMarkUnread={onMarkUnread} onFailed={onFailed} />}
      </div>
    </header>
  )
}

/** A conversation between two is about the other one. */
function PersonTitle({ room, title }: { room: InboxRoom; title: string }) {
  const person = counterpartOf(room)!
  const presence = usePresence(useMemo(() => ({ userIds: [person.id] }), [person.id])).get(person.id)
  return (
    <>
      <Avatar user={person} size={24} presence={presence?.status ?? 'offline'} className="me-1" />
      <h1 dir="auto" className="min-w-0 truncate text-title font-semibold">
        {title}
      </h1>
      <p className="ms-1 shrink-0 text-meta text-fg-muted max-md:hidden">{presenceText(presence, new Date())}</p>
    </>
  )
}
