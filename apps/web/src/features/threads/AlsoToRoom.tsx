import type { InboxRoom } from '@parley/contract/rooms'
import { Checkbox } from '../../ui/Checkbox'

interface Props {
  room: InboxRoom
  checked: boolean
  onChange: (checked: boolean) => void
}

/** Under the box of a thread: whether the room sees the answer too. */
export function AlsoToRoom({ room, checked, onChange }: Props) {
  return (
    <div className="px-3.5 pb-2.5">
      <Checkbox
        label={<span className="font-normal text-fg-muted">{sayAlso(room)}</span>}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </div>
  )
}

const sayAlso = ({ kind, name }: InboxRoom) =>
  kind === 'direct' ? 'Also send to the conversation' : `Also send to ${name}`
