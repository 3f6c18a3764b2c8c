import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../ui/EmptyState'

/** The room is not there for this person, or no longer. */
export function GoneState() {
  return (
    <div role="alert" className="flex min-h-0 grow flex-col">
      <EmptyState
        title="You don't have access to this room"
        action={
          <Link
            to="/"
            className="touch-target inline-flex h-9 items-center rounded-md bg-accent px-3.5 font-medium text-accent-fg hover:bg-accent/90"
          >
            Go to your rooms
          </Link>
        }
      >
        You may have been removed, or it was deleted. What you wrote elsewhere is safe.
      </EmptyState>
    </div>
  )
}
