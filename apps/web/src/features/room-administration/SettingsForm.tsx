import { useInboxActions, useParley } from '@parley/client/react'
import { RoomName } from '@parley/contract/rooms'
import type { InboxRoom, RoomSettings } from '@parley/contract/rooms'
import { Hash, History, Lock, UserPlus } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Checkbox } from '../../ui/Checkbox'
import { ChoiceCards } from '../../ui/ChoiceCards'
import { SelectField } from '../../ui/SelectField'
import { TextField } from '../../ui/TextField'
import { FormError } from '../auth/FormError'
import { changesOf, slowModes, type Draft } from './settings-draft'

const kinds = [
  { value: 'public', icon: <Hash />, label: 'Public', note: 'Anyone here can find it and join.' },
  { value: 'private', icon: <Lock />, label: 'Private', note: 'Only people who are invited know of it.' },
] as const

const histories = [
  { value: 'start', icon: <History />, label: 'Everything', note: 'Newcomers can read all that was said.' },
  {
    value: 'join',
    icon: <UserPlus />,
    label: 'From joining on',
    note: 'What was said before stays with who was there.',
  },
] as const satisfies readonly { value: RoomSettings['history']; label: string; note: string; icon: unknown }[]

/** What differs from the room is sent; what others change meanwhile is shown, and not undone. */
export function SettingsForm({ room }: { room: InboxRoom }) {
  const { trpc } = useParley()
  const inbox = useInboxActions()
  const [draft, setDraft] = useState<Draft>({})
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [failure, setFailure] = useState<string | null>(null)
  const { name, topic, kind, history, slowSeconds, announces } = { ...room, ...draft }
  const changes = changesOf(room, draft)
  const nameless = !RoomName.safeParse(name).success

  const change = (next: Draft) => {
    setDraft((held) => ({ ...held, ...next }))
    setState('idle')
  }
  async function save(event: FormEvent) {
    event.preventDefault()
    if (changes === null || nameless || state === 'saving') return
    setState('saving')
    setFailure(null)
    try {
      inbox.show(await trpc.rooms.update.mutate({ roomId: room.id, ...changes }))
      setDraft({})
      setState('saved')
    } catch (error) {
      setFailure(describeError(error))
      setState('idle')
    }
  }

  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-5">
      <TextField
        label="Name"
        value={name ?? ''}
        onChange={(event) => change({ name: event.target.value })}
        autoComplete="off"
        maxLength={80}
        error={nameless ? 'Give the room a name.' : null}
      />
      <TextField
        label="Topic"
        aside="Optional"
        value={topic ?? ''}
        onChange={(event) => change({ topic: event.target.value })}
        autoComplete="off"
        maxLength={300}
      />
      <ChoiceCards
        label="Who can see it"
        value={kind === 'private' ? 'private' : 'public'}
        options={kinds}
        onChange={(next) => change({ kind: next })}
      />
      <ChoiceCards
        label="What newcomers can read"
        value={history}
        options={histories}
        onChange={(next) => change({ history: next })}
      />
      <SelectField
        label="Slow mode"
        hint="How long members wait between two messages. Moderators and above don't wait."
        value={slowSeconds}
        options={slowModes(slowSeconds)}
        onChange={(next) => change({ slowSeconds: next })}
      />
      <Checkbox
        label="Note who comes and goes"
        note="A line in the room for everybody who joins or leaves."
        checked={announces}
        onChange={({ target }) => change({ announces: target.checked })}
      />
      {/* In view as soon as there is something to save. */}
      <div
        className={classNames(
          '-mx-5 bg-bg-raised px-5 py-3',
          changes !== null && 'sticky bottom-0 border-t border-line',
        )}
      >
        <FormError>{failure}</FormError>
        <div className="flex items-center gap-3">
          <Button look="primary" type="submit" busy={state === 'saving'} disabled={changes === null || nameless}>
            Save changes
          </Button>
          <span role="status" className="text-meta text-fg-muted">
            {state === 'saved' && 'Saved'}
          </span>
        </div>
      </div>
    </form>
  )
}
