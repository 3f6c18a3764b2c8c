import { api, useParley, useSession } from '@parley/client/react'
import { DisplayName } from '@parley/contract/users'
import { useState, type FormEvent } from 'react'
import { describeError } from '../../app/describe-error'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'
import { FormError } from './FormError'

export function ProfileDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog {...props} width="sm" title="Your name" description="What others see beside what you write.">
      <ProfileForm onDone={() => props.onOpenChange(false)} />
    </Dialog>
  )
}

function ProfileForm({ onDone }: { onDone: () => void }) {
  const client = useParley()
  const { user } = useSession()
  const update = api.users.update.useMutation()
  const [name, setName] = useState(user?.displayName ?? '')
  const [tried, setTried] = useState(false)
  const draft = DisplayName.safeParse(name)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!draft.success || update.isPending) return
    const saved = await update.mutateAsync({ displayName: draft.data }).catch(() => null)
    if (saved === null) return
    await client.restore().catch(() => undefined)
    onDone()
  }

  if (user === null) return null
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 px-5 pt-3 pb-5">
      <div className="flex items-end gap-3">
        <Avatar user={{ ...user, displayName: name || user.displayName }} size={36} />
        <TextField
          className="grow"
          label="Display name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          autoFocus
          autoComplete="name"
          maxLength={80}
        />
      </div>
      <FormError>
        {tried && !draft.success
          ? 'Enter a name of 1 to 80 characters.'
          : update.isError
            ? describeError(update.error)
            : null}
      </FormError>
      <DialogActions>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button look="primary" type="submit" busy={update.isPending}>
          Save
        </Button>
      </DialogActions>
    </form>
  )
}
