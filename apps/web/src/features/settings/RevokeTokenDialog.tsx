import { api } from '@parley/client/react'
import type { TokenInfo } from '@parley/contract/api-tokens'
import { useRef } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { FormError } from '../auth/FormError'

export interface RevokeTokenDialogProps {
  token: TokenInfo
  open: boolean
  onOpenChange: (open: boolean) => void
  onRevoked: () => void
}

/** It can't be taken back, and a program stops working: asked once more. */
export function RevokeTokenDialog({ token, open, onOpenChange, onRevoked }: RevokeTokenDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  const revoke = api.auth.revokeToken.useMutation()

  async function submit() {
    const gone = await revoke.mutateAsync({ id: token.id }).then(
      () => true,
      (error: unknown) => errorDataOf(error)?.appCode === 'not_found',
    )
    if (!gone) return
    onOpenChange(false)
    onRevoked()
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="sm"
      initialFocus={cancel}
      title={`Revoke “${token.name}”?`}
      description="Programs that use it are refused from now on. This can't be undone."
    >
      <div className="flex flex-col gap-3 px-5 pt-3 pb-5">
        <FormError>{revoke.isError ? describeError(revoke.error) : null}</FormError>
        <DialogActions>
          <Button ref={cancel} look="quiet" onClick={() => onOpenChange(false)}>
            Cancel
          </Button>
          <Button look="danger" busy={revoke.isPending} onClick={() => void submit()}>
            Revoke
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
