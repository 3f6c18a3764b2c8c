import { useRef } from 'react'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'

/** Logging out needs the server, which alone can take the session back; pretending would leave it open. */
export function LogOutFailedDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const ok = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      {...props}
      width="sm"
      initialFocus={ok}
      title="You're still logged in"
      description="The server can't be reached, and only it can end your session. Try again when you're back online."
    >
      <div className="px-5 pt-3 pb-5">
        <DialogActions>
          <Button ref={ok} onClick={() => props.onOpenChange(false)}>
            Close
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
