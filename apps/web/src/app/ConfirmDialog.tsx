import { useRef, useState, type FormEvent, type ReactNode, type RefObject } from 'react'
import { FormError } from '../features/auth/FormError'
import { Button } from '../ui/Button'
import { Dialog, DialogActions } from '../ui/Dialog'
import { describeError } from './describe-error'

export interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** What will be so afterwards, and whether it can be taken back. */
  description: ReactNode
  /** The word on the button: what is done, not "OK". */
  action: string
  look?: 'danger' | 'primary'
  disabled?: boolean
  /** The dialog closes when it is done, and says why when it is not. */
  onConfirm: () => Promise<unknown>
  describe?: (error: unknown) => string
  /** Fields, such as a reason; the first of them gets the focus by `autoFocus`. */
  children?: ReactNode
}

/** Asks before something happens that others notice. */
export function ConfirmDialog({ open, onClose, title, description, ...form }: ConfirmDialogProps) {
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      description={description}
      width="sm"
      {...(!form.children && { initialFocus: button })}
    >
      <ConfirmForm {...form} onClose={onClose} button={button} />
    </Dialog>
  )
}

type FormProps = Omit<ConfirmDialogProps, 'open' | 'title' | 'description'> & {
  button?: RefObject<HTMLButtonElement | null>
  /** Instead of closing, when it is done. */
  onDone?: () => void
}

/** The fields and the two buttons of such a dialog. */
export function ConfirmForm(props: FormProps) {
  const { onClose, onDone = onClose, action, look = 'danger', disabled, onConfirm, children, button } = props
  const { describe = describeError } = props
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy || disabled) return
    setBusy(true)
    setFailure(null)
    try {
      await onConfirm()
      onDone()
    } catch (error) {
      setFailure(describe(error))
      setBusy(false)
    }
  }

  return (
    <form onSubmit={submit} noValidate className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-3 pb-5">
      {children}
      <div>
        <FormError>{failure}</FormError>
        <DialogActions>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button ref={button} look={look} type="submit" busy={busy} disabled={disabled}>
            {action}
          </Button>
        </DialogActions>
      </div>
    </form>
  )
}
