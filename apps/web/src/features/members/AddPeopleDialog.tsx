import { api, useSession } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SearchField } from '../../ui/SearchField'
import { roomTitle } from '../rooms/room-title'
import { useDelayed } from '../rooms/use-delayed'
import { useMemberActs } from './use-member-acts'

interface Props {
  room: InboxRoom
  open: boolean
  onClose: () => void
}

/** People of this server, to be put into the room one after another. */
export function AddPeopleDialog({ room, open, onClose }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Add people"
      description={`They are in ${roomTitle(room)} at once. To invite somebody without an account, make a link.`}
    >
      <People room={room} />
    </Dialog>
  )
}

function People({ room }: { room: InboxRoom }) {
  const { user: self } = useSession()
  const [text, setText] = useState('')
  const query = useDelayed(text.trim(), 200)
  const found = api.users.search.useQuery(
    { query, limit: 20 },
    { enabled: query !== '', placeholderData: (previous) => previous },
  )
  const people = query === '' ? [] : (found.data?.filter((user) => user.id !== self?.id) ?? null)
  return (
    <div className="flex h-[min(380px,56dvh)] min-h-0 flex-col">
      <SearchField
        label="Name, username or e-mail address"
        className="mx-5 my-3"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {found.isError && <p className="px-5 text-meta text-danger">{describeError(found.error)}</p>}
      {people?.length === 0 && (
        <p role="status" className="px-5 text-meta text-fg-muted">
          {query === '' ? 'Type a few letters of who you are looking for.' : `Nobody here matches “${query}”.`}
        </p>
      )}
      <ul className="min-h-0 grow overflow-y-auto overscroll-contain px-3 pb-3" aria-busy={people === null}>
        {people?.map((user) => (
          <Person key={user.id} user={user} room={room} />
        ))}
      </ul>
    </div>
  )
}

function Person({ user, room }: { user: UserRef; room: InboxRoom }) {
  const { add } = useMemberActs(room.id)
  const known = api.rooms.members.useQuery({ roomId: room.id, query: user.username, limit: 20 }, { staleTime: 10_000 })
  const [state, setState] = useState<'out' | 'adding' | 'in'>('out')
  const [failure, setFailure] = useState<string | null>(null)
  const isIn = state === 'in' || known.data?.items.some((member) => member.user.id === user.id) === true

  async function submit() {
    setState('adding')
    setFailure(null)
    try {
      await add(user.id)
      setState('in')
    } catch (error) {
      const banned = errorDataOf(error)?.appCode === 'forbidden'
      setFailure(banned ? 'They are banned from this room.' : describeError(error))
      setState('out')
    }
  }
  return (
    <li className="flex items-center gap-3 rounded-lg px-2 py-1.5 hover:bg-fg/4">
      <Avatar user={user} size={24} />
      <div className="min-w-0 grow">
        <p className="truncate">
          <bdi>{user.displayName}</bdi> <span className="text-meta text-fg-faint">@{user.username}</span>
        </p>
        {failure !== null && (
          <p role="alert" className="text-meta text-danger">
            {failure}
          </p>
        )}
      </div>
      {isIn ? (
        <span role="status" className="inline-flex h-7 shrink-0 items-center gap-1.5 px-2.5 text-meta text-fg-muted">
          <Check className="size-3.5 shrink-0" aria-hidden="true" /> In the room
        </span>
      ) : (
        <Button
          size="sm"
          busy={state === 'adding'}
          aria-label={`Add ${user.displayName}`}
          onClick={() => void submit()}
        >
          Add
        </Button>
      )}
    </li>
  )
}
