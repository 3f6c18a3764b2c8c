import { RoomId } from '@parley/contract/ids'
import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { EmptyState } from '../ui/EmptyState'
import { ConversationSkeleton } from './ConversationSkeleton'
import { rememberLastRoom } from './last-room'

export const loadConversation = async () => {
  const { Conversation } = await import('../features/messages/Conversation')
  return { default: Conversation }
}
const Conversation = lazy(loadConversation)

const route = getRouteApi('/signed-in/r/$roomId')

export function RoomPage() {
  const { roomId } = route.useParams()
  const { at } = route.useSearch()
  const visit = useLocation({ select: ({ state }) => state.visit })
  const isRoom = RoomId.safeParse(roomId).success
  useEffect(() => {
    if (isRoom) rememberLastRoom(roomId)
  }, [roomId, isRoom])
  if (!isRoom) return <NoSuchRoom />
  return (
    <Suspense fallback={<ConversationSkeleton />}>
      {/* A room's draft, place and menus are its own: nothing is carried from one to the next. */}
      <Conversation key={roomId} roomId={roomId} atSeq={at} visit={visit} />
    </Suspense>
  )
}

function NoSuchRoom() {
  return (
    <EmptyState
      title="There's no such room"
      action={
        <Link to="/" className="font-medium text-accent underline decoration-accent/35 underline-offset-3">
          Go to your rooms
        </Link>
      }
    >
      Part of the link is missing or mistyped.
    </EmptyState>
  )
}
