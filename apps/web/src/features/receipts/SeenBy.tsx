import { Avatar } from '../../ui/Avatar'
import { Tooltip } from '../../ui/Tooltip'
import { usePeople } from '../presence/people'

const most = 5

/** Whose reading ends here. In the margin where there is one: a pointer that moves on must not move any text. */
export function SeenBy({ userIds }: { userIds: string }) {
  const people = usePeople()
  const users = userIds.split(' ').flatMap((id) => people.find(id) ?? [])
  if (users.length === 0) return null
  const names = users.map((user) => user.displayName).join(', ')
  const more = users.length - most
  return (
    <Tooltip label={<span className="max-w-64">Seen by {names}</span>}>
      <span role="img" aria-label={`Seen by ${names}`} className="message-seen flex items-center">
        {users.slice(0, most).map((user) => (
          <Avatar key={user.id} user={user} size={20} className="-ms-1 scale-80 first:ms-0" />
        ))}
        {more > 0 && <span className="tabular ms-1 text-[11px] text-fg-faint">+{more}</span>}
      </span>
    </Tooltip>
  )
}
