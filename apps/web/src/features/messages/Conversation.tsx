import { api, useInbox, useSession } from '@parley/client/react'
import { useRef, useState } from 'react'
import { ConversationSkeleton } from '../../app/ConversationSkeleton'
import { describeError, errorDataOf } from '../../app/describe-error'
import { ErrorState } from '../../ui/ErrorState'
import { People, PeopleContext } from '../presence/people'
import { Roster } from '../presence/Roster'
import { PinsPanel } from '../pins/PinsPanel'
import { ThreadPanel } from '../threads/ThreadPanel'
import { UnreadThreadsContext, useUnreadByThread } from '../threads/unread-threads'
import { roomTitle } from '../rooms/room-title'
import { GoneState } from './GoneState'
import { JoinPreview } from './JoinPreview'
import './messages.css'
import { RoomHeader } from './RoomHeader'
import type { MessagePaneHandle } from './MessagePane'
import { RoomPane } from './RoomPane'

export interface ConversationProps {
  roomId: string
  /** The message to open at. */
  atSeq?: number | undefined
  /** Another one each time that somebody is led to it. */
  visit?: number | undefined
  /** The thread that is open beside it; `atSeq` is in it then. */
  rootId?: string | undefined
  /** Opens a thread, or with `undefined` none. */
  onThread: (rootId: string | undefined) => void
}

/** A room: what it is, what is said in it, who is in it. */
export function Conversation({ roomId, atSeq, visit, rootId, onThread }: ConversationProps) {
  const { user } = useSession()
  const { rooms, status } = useInbox()
  const listed = rooms.find((room) => room.id === roomId)
  // Not in the inbox: a public room that one is not in, a room further down than was loaded, or none of one's own.
  const looked = api.rooms.byId.useQuery({ roomId }, { enabled: !listed && status !== 'pending', retry: false })
  const room = listed ?? looked.data
  const [people] = useState(() => new People())
  const unread = useUnreadByThread()
  const pane = useRef<MessagePaneHandle>(null)
  const [panel, setPanel] = useState<'roster' | 'pins' | null>(null)
  const closePanel = () => setPanel(null)
  const toggle = (which: 'roster' | 'pins') => setPanel((open) => (open === which ? null : which))
  const goOnWriting = () => {
    // Unless a keyboard would come up on the screen.
    if (matchMedia('(pointer: fine)').matches) pane.current?.focus()
  }

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
      <UnreadThreadsContext value={unread}>
        <section aria-label={title} className="flex min-h-0 grow flex-col">
          <RoomHeader
            room={room}
            title={title}
            panel={panel}
            onTogglePanel={toggle}
            onMarkUnread={() => pane.current?.markUnread()}
            onFailed={(what) => pane.current?.failed(what)}
          />
          {room.role === null ? (
            <JoinPreview room={room} />
          ) : (
            <RoomPane
              ref={pane}
              room={room}
              title={title}
              atSeq={rootId === undefined ? atSeq : undefined}
              visit={visit}
              selfId={user.id}
              onThread={onThread}
            />
          )}
        </section>
        {panel === 'roster' && room.role !== null && <Roster room={room} selfId={user.id} onClose={closePanel} />}
        {panel === 'pins' && room.role !== null && <PinsPanel room={room} onClose={closePanel} />}
        {rootId !== undefined && room.role !== null && (
          <ThreadPanel
            key={rootId}
            room={room}
            rootId={rootId}
            atSeq={atSeq}
            visit={visit}
            selfId={user.id}
            onClose={() => onThread(undefined)}
            onFocusLost={goOnWriting}
          />
        )}
      </UnreadThreadsContext>
    </PeopleContext>
  )
}
