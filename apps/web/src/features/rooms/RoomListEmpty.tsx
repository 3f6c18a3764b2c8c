import { useOverlays } from '../../app/overlays'
import { Button } from '../../ui/Button'

/** In the list's own column: nothing joined yet (the button is beside it where there is a beside), or nothing loaded. */
export function RoomListEmpty({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  const { open } = useOverlays()
  return (
    <div className="flex flex-col items-start gap-3 px-4 pt-4">
      <p className="text-meta text-fg-muted">
        {failed ? "Your rooms couldn't be loaded. Nothing is lost." : "You aren't in any room yet."}
      </p>
      {failed ? (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      ) : (
        <Button look="primary" className="md:hidden" onClick={() => open('discover')}>
          Find a room
        </Button>
      )}
    </div>
  )
}
