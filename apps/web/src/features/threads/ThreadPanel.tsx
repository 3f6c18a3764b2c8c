import { api, useThreadActions } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { Bell, BellOff } from 'lucide-react'
import { useRef } from 'react'
import { describeError, errorDataOf } from '../../app/describe-error'
import { SidePanel } from '../../app/SidePanel'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { IconButton } from '../../ui/IconButton'
import { MessagesSkeleton } from '../messages/MessagesSkeleton'
import type { MessagePaneHandle } from '../messages/MessagePane'
import { ThreadPane } from './ThreadPane'

interface Props {
  room: InboxRoom
  rootId: string
  /** The answer to open at. */
  atSeq: number | undefined
  visit: number | undefined
  selfId: string
  onClose: () => void
  onFocusLost: () => void
}

/** A thread beside its room; on narrow windows, in its place. */
export function ThreadPanel({ room, rootId, atSeq, visit, selfId, onClose, onFocusLost }: Props) {
  const { data: thread, error, refetch } = api.threads.byId.useQuery({ messageId: rootId }, { retry: false })
  const { markRead, follow } = useThreadActions(rootId)
  const pane = useRef<MessagePaneHandle>(null)
  const toggle = (on: boolean) =>
    void follow(on).catch(() => pane.current?.failed(on ? "Couldn't follow it." : "Couldn't stop following it."))
  const isGone = ['not_found', 'forbidden', 'invalid'].includes(errorDataOf(error)?.appCode ?? '')
  return (
    <SidePanel
      title="Thread"
      onClose={onClose}
      onFocusLost={onFocusLost}
      wide
      actions={
        thread && (
          <IconButton
            label={thread.follows ? 'Stop following this thread' : 'Follow this thread'}
            icon={thread.follows ? <Bell /> : <BellOff />}
            aria-pressed={thread.follows}
            side="bottom"
            onClick={() => toggle(!thread.follows)}
          />
        )
      }
    >
      {thread ? (
        <ThreadPane
          ref={pane}
          room={room}
          thread={thread}
          atSeq={atSeq}
          visit={visit}
          selfId={selfId}
          onRead={markRead}
          onClose={onClose}
        />
      ) : isGone ? (
        <EmptyState title="There's no such thread">
          It may be from before you joined, or part of the link is missing.
        </EmptyState>
      ) : error ? (
        <ErrorState title="Couldn't open this thread" onRetry={() => void refetch()}>
          {describeError(error)}
        </ErrorState>
      ) : (
        <MessagesSkeleton />
      )}
    </SidePanel>
  )
}
