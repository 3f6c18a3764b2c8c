import type { InboxRoom } from '@parley/contract/rooms'
import type { ReactNode } from 'react'
import { sayDuration } from '../../app/durations'
import { Button } from '../../ui/Button'
import { roleNames, roleNotes } from '../members/role-names'
import { dayLabel } from '../messages/days'
import { useRoomDialogs } from '../rooms/room-dialogs'

/** What the room is, for everybody in it. */
export function AboutTab({ room }: { room: InboxRoom }) {
  const open = useRoomDialogs()
  return (
    <div className="px-5 pt-4 pb-5">
      {room.archivedAt && (
        <p className="mb-4 rounded-md bg-bg-sunken px-3 py-2 text-meta">
          Archived {dayLabel(room.archivedAt, new Date())}. It can be read, but nobody can write in it.
        </p>
      )}
      <dl className="grid gap-x-6 gap-y-4 md:grid-cols-2">
        <Fact name="Topic" wide>
          {room.topic === null ? <span className="text-fg-faint">None</span> : <bdi>{room.topic}</bdi>}
        </Fact>
        <Fact name="Who can see it">{room.kind === 'public' ? 'Everybody here' : 'Only its members'}</Fact>
        <Fact name="Members">{room.memberCount.toLocaleString()}</Fact>
        <Fact name="Newcomers read">{room.history === 'start' ? 'Everything so far' : 'From when they join'}</Fact>
        <Fact name="Slow mode">
          {room.slowSeconds === 0 ? 'Off' : `One message every ${sayDuration(room.slowSeconds)}`}
        </Fact>
        {room.role !== null && (
          <Fact name="Your role">
            {roleNames[room.role]}
            <span className="block text-meta text-fg-muted">{roleNotes[room.role]}</span>
          </Fact>
        )}
        <Fact name="Created">{dayLabel(room.createdAt, new Date())}</Fact>
      </dl>
      <div className="mt-6 border-t border-line pt-4">
        <Button onClick={() => open(room.id, 'leave')}>Leave room…</Button>
      </div>
    </div>
  )
}

function Fact({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'md:col-span-2' : undefined}>
      <dt className="text-meta text-fg-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  )
}
