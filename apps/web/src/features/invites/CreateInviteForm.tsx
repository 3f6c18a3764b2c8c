import { api } from '@parley/client/react'
import { useState, type FormEvent } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { SelectField } from '../../ui/SelectField'
import { FormError } from '../auth/FormError'
import { CopyLink } from './CopyLink'
import { expiries, usesOffered } from './invite-text'

/** Makes a link by which anybody who has it can join. */
export function CreateInviteForm({ roomId }: { roomId: string }) {
  const { rooms } = api.useUtils()
  const [hours, setHours] = useState<number>(7 * 24)
  const [uses, setUses] = useState<number>(0)
  const create = api.rooms.createInvite.useMutation({ onSuccess: () => rooms.invites.invalidate({ roomId }) })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (create.isPending) return
    create.mutate({ roomId, ...(hours > 0 && { expiresInHours: hours }), ...(uses > 0 && { maxUses: uses }) })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-[1fr_1fr_auto]">
        <SelectField label="Works for" value={hours} options={expiries} onChange={setHours} />
        <SelectField label="Lets in" value={uses} options={usesOffered} onChange={setUses} />
        <Button look="primary" type="submit" busy={create.isPending} className="max-md:col-span-2">
          Create link
        </Button>
      </div>
      <FormError>{create.isError ? describeError(create.error) : null}</FormError>
      {create.data && (
        <div className="appear flex flex-col gap-1.5 rounded-lg bg-accent/8 p-3" role="status">
          <p className="text-meta">Anybody who has this link can join. Pass it on with care.</p>
          <CopyLink url={create.data.url} label="New link" />
        </div>
      )}
    </form>
  )
}
