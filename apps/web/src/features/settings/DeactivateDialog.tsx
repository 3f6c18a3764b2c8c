import { useParley } from '@parley/client/react'
import type { Security } from '@parley/contract/security'
import { Dialog } from '../../ui/Dialog'
import { GoingForm } from './GoingForm'

export interface ClosingDialogProps {
  security: Security
  open: boolean
  onClose: () => void
}

export function DeactivateDialog({ security, open, onClose }: ClosingDialogProps) {
  const { trpc } = useParley()
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      width="sm"
      title="Deactivate your account?"
      description="You're logged out everywhere. Only an operator of this server can let you in again."
    >
      <GoingForm
        security={security}
        action="Deactivate"
        gone="deactivated"
        onCancel={onClose}
        go={(proof) => trpc.users.deactivate.mutate(proof)}
      />
    </Dialog>
  )
}
