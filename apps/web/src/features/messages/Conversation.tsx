import { api, useInbox, useSession } from '@parley/client/react'
import { useRef, useState } from 'react'
import { ConversationSkeleton } from '../../app/ConversationSkeleton'
import { describeError, errorDataOf } from '../../app/describe-error'
import { ErrorState } from '../../ui/ErrorState'
import { BlockedContext, useBlocked } from '../blocks/use-blocked'
import { People, PeopleContext } from '../presence/people'
import { Roster } from '../presence/Roster'
import { roomTitle } from '../rooms/room-title'
import { GoneState } from './GoneState'
import { JoinPreview } from './JoinPreview'
import './messages.css'
import { RoomHeader } from './RoomHeader'
import { RoomPane, type RoomPaneHandle } from './RoomPane'

export interface ConversationProps {
  roomId: string
  /** The message to open at. */
  atSeq?: number | undefined
  /** Another one each time that somebody is led to it. */
  visit?: number | undefined
}

/** A room: what it is, what is said in it, who is in it. */
export function Conversation({ roomId, atSeq, visit }: ConversationProps) {
  const { user } = useSession()
  const { rooms, status } = useInbox()
  const listed = rooms.find((room) => room.id === roomId)
  // Not in the inbox: a public room that one is not in, a room further down than was loaded, or none of one's own.
  const looked = api.rooms.byId.useQuery({ roomId }, { enabled: !listed && status !== 'pending', retry: false })
  const room = listed ?? looked.data
  const blocked = useBlocked()
  const [people] = useState(() => new People())
  const pane = useRef<RoomPaneHandle>(null)
  const [rosterOpen, setRosterOpen] = useState(false)

  if (!room || !user) {
    const code = errorDataOf(looked.error)?.appCode
    if (code === 'not_found' || code === 'forbidden') return <GoneState />
    if (!looked.error) return <ConversationSkeleton />
    return (
      <ErrorState title="Couldn't open this room" onRetry={() => void looked.refetch()}>
        {describeError(looked.error)}
      </ErrorState>
    )
  }
  const title = roomTitle(room)
  return (
    <PeopleContext value={people}>
      <BlockedContext value={blocked}>
        <section aria-label={title} className="flex min-h-0 grow flex-col">
          <RoomHeader
            room={room}
            title={title}
            rosterOpen={rosterOpen}
            onToggleRoster={() => setRosterOpen((open) => !open)}
            onMarkUnread={() => pane.current?.markUnread()}
            onFailed={(what) => pane.current?.failed(what)}
          />
          {room.role === null ? (
            <JoinPreview room={room} />
          ) : (
            <RoomPane ref={pane} room={room} title={title} atSeq={atSeq} visit={visit} selfId={user.id} />
          )}
        </section>
        {rosterOpen && room.role !== null && (
          <Roster room={room} selfId={user.id} onClose={() => setRosterOpen(false)} />
        )}
      </BlockedContext>
    </PeopleContext>
  )
}
