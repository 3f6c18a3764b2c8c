import { useRef, useState } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { FormError } from './FormError'
import { useLogOut } from './use-log-out'

export function LogOutEverywhereDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const logOut = useLogOut()
  const cancel = useRef<HTMLButtonElement>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function submit() {
    setBusy(true)
    setFailure(null)
    try {
      await logOut({ everywhere: true })
    } catch (error) {
      setFailure(describeError(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Dialog
      {...props}
      width="sm"
      initialFocus={cancel}
      title="Log out everywhere?"
      description="Every device that is logged in to your account is logged out at once, this one too."
    >
      <div className="flex flex-col gap-3 px-5 pt-3 pb-5">
        <FormError>{failure}</FormError>
        <DialogActions>
          <Button ref={cancel} look="quiet" onClick={() => props.onOpenChange(false)}>
            Cancel
          </Button>
          <Button look="danger" busy={busy} onClick={() => void submit()}>
            Log out everywhere
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
