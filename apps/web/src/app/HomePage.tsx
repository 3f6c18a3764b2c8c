import { useInbox } from '@parley/client/react'
import { Navigate } from '@tanstack/react-router'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { ConversationSkeleton } from './ConversationSkeleton'
import { findLastRoom } from './last-room'
import { useOverlays } from './overlays'
import { useMediaQuery } from './use-media-query'

/** Wide windows open the last room; narrow ones show the list itself, which is then the whole window. */
export function HomePage() {
  const { rooms, status, refetch } = useInbox()
  const { open } = useOverlays()
  const wide = useMediaQuery('(min-width: 700px)')
  const last = findLastRoom()
  const target = rooms.find((room) => room.id === last) ?? rooms[0]

  if (!wide) return null
  if (status === 'pending') return <ConversationSkeleton />
  if (status === 'error' && !target) {
    return (
      <ErrorState title="Your rooms couldn't be loaded" onRetry={refetch}>
        Nothing is lost. Try again in a moment.
      </ErrorState>
    )
  }
  if (target) return <Navigate to="/r/$roomId" params={{ roomId: target.id }} replace />
  return (
    <EmptyState
      title="It's quiet here"
      action={
        <Button look="primary" onClick={() => open('discover')}>
          Find a room
        </Button>
      }
    >
      Join a room to read along, or start one of your own.
    </EmptyState>
  )
}
