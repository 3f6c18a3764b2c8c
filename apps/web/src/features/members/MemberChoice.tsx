import { api } from '@parley/client/react'
import { useId, useState } from 'react'
import { Avatar } from '../../ui/Avatar'
import { SearchField } from '../../ui/SearchField'
import { Skeleton } from '../../ui/Skeleton'
import { useDelayed } from '../rooms/use-delayed'

interface Props {
  roomId: string
  label: string
  /** Not to be chosen: oneself. */
  exceptId: string
  value: string | null
  onChange: (userId: string) => void
}

/** One of the people of a room. */
export function MemberChoice({ roomId, label, exceptId, value, onChange }: Props) {
  const name = useId()
  const [text, setText] = useState('')
  const query = useDelayed(text.trim(), 200)
  const found = api.rooms.members.useQuery(
    { roomId, limit: 20, ...(query && { query }) },
    { placeholderData: (previous) => previous },
  )
  const people = found.data?.items.filter(({ user }) => user.id !== exceptId)
  return (
    <div>
      <SearchField label="Search members" autoFocus value={text} onChange={(event) => setText(event.target.value)} />
      <fieldset className="mt-2 h-48 overflow-y-auto rounded-md" aria-busy={found.isPending}>
        <legend className="sr-only">{label}</legend>
        {!people && !found.isError && <Skeleton className="m-2 h-5 w-40" />}
        {found.isError && <p className="p-2 text-meta text-danger">The members couldn't be loaded.</p>}
        {people?.length === 0 && <p className="p-2 text-meta text-fg-muted">Nobody is called that here.</p>}
        {people?.map(({ user }) => (
          <label
            key={user.id}
            className="touch-target flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 hover:bg-fg/5 has-checked:bg-accent/10 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={value === user.id}
              onChange={() => onChange(user.id)}
              className="accent-accent outline-none"
            />
            <Avatar user={user} size={24} />
            <span className="min-w-0 truncate">
              <bdi>{user.displayName}</bdi> <span className="text-meta text-fg-faint">@{user.username}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
