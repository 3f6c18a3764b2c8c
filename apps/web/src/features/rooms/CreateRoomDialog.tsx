import { api } from '@parley/client/react'
import { CreateRoom } from '@parley/contract/rooms'
import { useNavigate } from '@tanstack/react-router'
import { Hash, Lock } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { ChoiceCards } from '../../ui/ChoiceCards'
import { Dialog, DialogActions } from '../../ui/Dialog'
import { TextField } from '../../ui/TextField'

interface DialogState {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function CreateRoomDialog(props: DialogState) {
  return (
    <Dialog {...props} title="Create a room" description="A place for one subject, one team or one piece of work.">
      <CreateRoomForm onDone={() => props.onOpenChange(false)} />
    </Dialog>
  )
}

const kinds = [
  { value: 'public', icon: <Hash />, label: 'Public', note: 'Anyone here can find it and join.' },
  { value: 'private', icon: <Lock />, label: 'Private', note: 'Only people who are invited know of it.' },
] as const

function CreateRoomForm({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate()
  const inbox = api.useUtils().rooms.list
  const create = api.rooms.create.useMutation()
  const [kind, setKind] = useState<'public' | 'private'>('public')
  const [name, setName] = useState('')
  const [topic, setTopic] = useState('')
  const [tried, setTried] = useState(false)
  const draft = CreateRoom.safeParse({ kind, name, topic: topic.trim() === '' ? undefined : topic })
  const wrong = (field: string) => tried && draft.error?.issues.some((issue) => issue.path[0] === field)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!draft.success || create.isPending) return
    const room = await create.mutateAsync(draft.data).catch(() => null)
    if (room === null) return
    void inbox.invalidate()
    onDone()
    await navigate({ to: '/r/$roomId', params: { roomId: room.id } })
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 overflow-y-auto px-5 pt-3 pb-5">
      <TextField
        label="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoFocus
        autoComplete="off"
        maxLength={80}
        placeholder="design"
        error={wrong('name') ? 'Give the room a name.' : null}
      />
      <TextField
        label="Topic"
        aside="Optional"
        value={topic}
        onChange={(event) => setTopic(event.target.value)}
        autoComplete="off"
        maxLength={300}
        placeholder="What people talk about here"
      />
      <ChoiceCards label="Who can see it" value={kind} options={kinds} onChange={setKind} />
      {create.isError && (
        <p role="alert" className="text-meta text-danger">
          {describeError(create.error)}
        </p>
      )}
      <DialogActions>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button look="primary" type="submit" busy={create.isPending}>
          Create room
        </Button>
      </DialogActions>
    </form>
  )
}
