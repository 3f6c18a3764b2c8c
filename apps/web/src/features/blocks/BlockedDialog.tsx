import { api } from '@parley/client/react'
import type { UserRef } from '@parley/contract/users'
import { describeError } from '../../app/describe-error'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Skeleton } from '../../ui/Skeleton'
import { useBlocking } from './use-blocked'

/** Whom one has blocked, and letting them be heard again. */
export function BlockedDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog
      {...props}
      title="Blocked people"
      description="You don't get direct messages from them, and what they say in rooms is folded. They aren't told."
    >
      <List />
    </Dialog>
  )
}

function List() {
  const blocked = api.users.blocked.useQuery()
  return (
    <ul className="min-h-24 overflow-y-auto px-3 pt-2 pb-4" aria-busy={blocked.isPending}>
      {blocked.isPending && <Skeleton className="m-2 h-6 w-44" />}
      {blocked.isError && <li className="px-2 text-meta text-danger">{describeError(blocked.error)}</li>}
      {blocked.data?.length === 0 && (
        <li className="px-2 py-2 text-meta text-fg-muted">Nobody. You can block somebody from their profile.</li>
      )}
      {blocked.data?.map((user) => (
        <Blocked key={user.id} user={user} />
      ))}
    </ul>
  )
}

function Blocked({ user }: { user: UserRef }) {
  const { busy, error, toggle } = useBlocking(user.id)
  return (
    <li className="flex items-center gap-3 rounded-lg px-2 py-1.5">
      <Avatar user={user} size={24} />
      <div className="min-w-0 grow">
        <p className="truncate">
          <bdi>{user.displayName}</bdi> <span className="text-meta text-fg-faint">@{user.username}</span>
        </p>
        {error && (
          <p role="alert" className="text-meta text-danger">
            {describeError(error)}
          </p>
        )}
      </div>
      <Button size="sm" busy={busy} aria-label={`Unblock ${user.displayName}`} onClick={toggle}>
        Unblock
      </Button>
    </li>
  )
}
