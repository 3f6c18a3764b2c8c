import { usePresence, useSession } from '@parley/client/react'
import type { UserRef } from '@parley/contract/users'
import { MessageCircle, ShieldBan, ShieldCheck } from 'lucide-react'
import { useMemo } from 'react'
import { describeError } from '../../app/describe-error'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { useBlocking } from '../blocks/use-blocked'
import { presenceText } from '../presence/presence-text'
import { useOpenRoom } from '../rooms/use-open-room'

/** Who somebody is, and what one can do about them. */
export function ProfileCard({ user, onDone }: { user: UserRef; onDone: () => void }) {
  const selfId = useSession().user?.id
  const presence = usePresence(useMemo(() => ({ userIds: [user.id] }), [user.id])).get(user.id)
  const { direct, messagePerson } = useOpenRoom(onDone)
  const blocking = useBlocking(user.id)
  const failure = direct.error ?? blocking.error
  return (
    <div className="flex w-60 max-w-full flex-col gap-3">
      <div className="flex items-center gap-3">
        <Avatar user={user} presence={presence?.status ?? 'offline'} />
        <div className="min-w-0">
          <p className="truncate font-semibold">
            <bdi>{user.displayName}</bdi>
          </p>
          <p className="truncate text-meta text-fg-muted">@{user.username}</p>
        </div>
      </div>
      <p className="text-meta text-fg-muted">
        {user.id === selfId ? 'This is you' : presenceText(presence, new Date())}
        {blocking.blocked && ' · Blocked'}
      </p>
      {user.id !== selfId && (
        <div className="flex gap-2">
          {!blocking.blocked && (
            <Button size="sm" look="primary" busy={direct.isPending} onClick={() => messagePerson(user.id)}>
              <MessageCircle className="size-3.5" aria-hidden="true" /> Message
            </Button>
          )}
          <Button size="sm" busy={blocking.busy} onClick={blocking.toggle}>
            {blocking.blocked ? (
              <ShieldCheck className="size-3.5" aria-hidden="true" />
            ) : (
              <ShieldBan className="size-3.5" aria-hidden="true" />
            )}
            {blocking.blocked ? 'Unblock' : 'Block'}
          </Button>
        </div>
      )}
      {failure && (
        <p role="alert" className="text-meta text-danger">
          {describeError(failure)}
        </p>
      )}
    </div>
  )
}
