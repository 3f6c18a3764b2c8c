import { RoomId } from '@parley/contract/ids'
import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect } from 'react'
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
  const { at, thread } = route.useSearch()
  const navigate = route.useNavigate()
  const visit = useLocation({ select: ({ state }) => state.visit })
  const openThread = useCallback(
    (rootId: string | undefined) => void navigate({ search: rootId === undefined ? {} : { thread: rootId } }),
    [navigate],
  )
  const isRoom = RoomId.safeParse(roomId).success
  useEffect(() => {
    if (isRoom) rememberLastRoom(roomId)
  }, [roomId, isRoom])
  if (!isRoom) return <NoSuchRoom />
  return (
    <Suspense fallback={<ConversationSkeleton />}>
      {/* A room's draft, place and menus are its own: nothing is carried from one to the next. */}
      <Conversation key={roomId} roomId={roomId} atSeq={at} visit={visit} rootId={thread} onThread={openThread} />
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
