import { useParley, useSession } from '@parley/client/react'
import type { Erase } from '@parley/contract/accounts'
import { MessageSquareOff, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { forgetPerson } from '../../app/forget-person'
import { ChoiceCards } from '../../ui/ChoiceCards'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'
import type { ClosingDialogProps } from './DeactivateDialog'
import { GoingForm } from './GoingForm'

const choices = [
  {
    value: 'keep',
    label: 'It stays',
    note: 'Others can still read it, as said by “Deleted person”.',
    icon: <MessageSquareText aria-hidden="true" />,
  },
  {
    value: 'delete',
    label: 'It goes too',
    note: 'Every message of yours is deleted, in all rooms and direct conversations.',
    icon: <MessageSquareOff aria-hidden="true" />,
  },
] as const

export function EraseDialog({ security, open, onClose }: ClosingDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Erase your account?"
      description="This can't be undone. Your username and address become free for others."
    >
      <EraseForm security={security} onClose={onClose} />
    </Dialog>
  )
}

function EraseForm({ security, onClose }: Omit<ClosingDialogProps, 'open'>) {
  const { trpc } = useParley()
  const { user } = useSession()
  const [messages, setMessages] = useState<Erase['messages']>('keep')
  const [typed, setTyped] = useState('')
  const username = user?.username ?? ''
  return (
    <GoingForm
      security={security}
      action={messages === 'keep' ? 'Erase my account' : 'Erase my account and messages'}
      gone="erased"
      disabled={typed.trim().toLowerCase() !== username}
      onCancel={onClose}
      go={(proof) => trpc.users.erase.mutate({ ...proof, messages }).then(() => user && forgetPerson(user.id))}
    >
      <ChoiceCards label="What you said" value={messages} options={choices} onChange={setMessages} />
      <TextField
        label={`Type ${username} to confirm`}
        name="confirm"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
    </GoingForm>
  )
}
