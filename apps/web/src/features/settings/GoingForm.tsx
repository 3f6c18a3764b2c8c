import { useParley } from '@parley/client/react'
import type { Security } from '@parley/contract/security'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { explainFailure } from '../../app/field-errors'
import { useForm } from '../../app/use-form'
import { Button } from '../../ui/Button'
import { DialogActions } from '../../ui/Dialog'
import { FormError } from '../auth/FormError'
import { ProofFields, proofRefusals, readProof, type ProofField } from './ProofFields'

export interface GoingFormProps {
  security: Security
  action: string
  /** What the form to log in says afterwards. */
  gone: 'deactivated' | 'erased'
  disabled?: boolean
  onCancel: () => void
  go: (proof: { currentPassword?: string; totp?: string }) => Promise<unknown>
  children?: ReactNode
}

/** Asks for the proofs, goes, and shows the form to log in: nobody is logged in here any more. */
export function GoingForm({ security, action, gone, disabled, onCancel, go, children }: GoingFormProps) {
  const client = useParley()
  const navigate = useNavigate()
  const { form, busy, errors, onSubmit } = useForm<ProofField>((error) => explainFailure(error, proofRefusals))

  async function leave(proof: { currentPassword?: string; totp?: string }) {
    await go(proof)
    // The session is over already; this forgets it here, and the cookies with it.
    await client.logout().catch(() => null)
    await navigate({ to: '/login', search: { gone }, replace: true })
  }

  const submit = onSubmit((field) => {
    if (disabled) return {}
    const read = readProof(security, field)
    return 'missing' in read ? read.missing : leave(read.proof)
  })

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-3 pb-5"
    >
      {children}
      <ProofFields asks={security} errors={errors} />
      <div>
        <FormError>{errors.form ?? null}</FormError>
        <DialogActions>
          <Button look="quiet" onClick={onCancel}>
            Cancel
          </Button>
          <Button look="danger" type="submit" busy={busy} disabled={disabled}>
            {action}
          </Button>
        </DialogActions>
      </div>
    </form>
  )
}
