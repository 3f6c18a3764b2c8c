import { useInboxActions, useParley } from '@parley/client/react'
import type { Message } from '@parley/contract/messages'
import type { InboxRoom } from '@parley/contract/rooms'
import { useState, type ReactNode } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { useBlocking, useIsBlocked } from '../blocks/use-blocked'
import { mayIn } from '../rooms/may'
import { counterpartOf } from '../rooms/room-title'
import { TimeLeft } from './TimeLeft'
import { useFuture } from './use-future'

/** Why nothing can be written in a room, or in its thread with this root; `null` where something can. */
export function useRefusal(room: InboxRoom, root: Message | undefined): ReactNode {
  const mutedUntil = useFuture(room.mutedUntil)
  const person = counterpartOf(room)
  const blocked = useIsBlocked(person?.id ?? '')
  if (room.archivedAt) return <Archived room={room} />
  if (person && blocked) return <Blocked userId={person.id} name={person.displayName} />
  if (mutedUntil) {
    return (
      <Refusal>
        You're muted here. You can write again in <TimeLeft until={mutedUntil} />.
      </Refusal>
    )
  }
  if (root?.deletedAt) return <Refusal>What this thread answers was deleted. You can read it, but not answer.</Refusal>
  return null
}

/** Where the box would be. */
function Refusal({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-3 flex min-h-11 flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-xl bg-bg-sunken px-4 py-1.5 text-center text-meta text-fg-muted">
      <p role="status" className="py-1">
        {children}
      </p>
      {action}
    </div>
  )
}

function Archived({ room }: { room: InboxRoom }) {
  const { trpc } = useParley()
  const inbox = useInboxActions()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const restore = () => {
    setBusy(true)
    trpc.rooms.restore
      .mutate({ roomId: room.id })
      .then(inbox.show, (error: unknown) => setFailure(describeError(error)))
      .finally(() => setBusy(false))
  }
  return (
    <Refusal
      action={
        mayIn(room, 'restore') && (
          <Button size="sm" busy={busy} onClick={restore}>
            Restore room
          </Button>
        )
      }
    >
      {failure ?? 'This room is archived. You can read it, but not write in it.'}
    </Refusal>
  )
}

function Blocked({ userId, name }: { userId: string; name: string }) {
  const { busy, toggle } = useBlocking(userId)
  return (
    <Refusal
      action={
        <Button size="sm" busy={busy} onClick={toggle}>
          Unblock
        </Button>
      }
    >
      You've blocked {name}. Neither of you can write here.
    </Refusal>
  )
}
