import { useTimeline } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import type { ThreadState } from '@parley/contract/threads'
import { useMemo, type Ref } from 'react'
import { MessagePane, type MessagePaneHandle } from '../messages/MessagePane'
import { useDivider } from '../messages/use-divider'
import { useSeen } from '../messages/use-seen'

interface Props {
  ref: Ref<MessagePaneHandle>
  room: InboxRoom
  thread: ThreadState
  atSeq: number | undefined
  visit: number | undefined
  selfId: string
  onRead: (seq: number) => void
  onClose: () => void
}

const ignore = () => {}

/** The answers in a thread under what they answer, and where one answers. */
export function ThreadPane({ thread, onRead, onClose, ...props }: Props) {
  const { room, selfId } = props
  const { rootId, unread, lastReadSeq, replyCount } = thread
  const state = useTimeline(room.id, rootId)
  // Answers are counted live, whatever of them is loaded; no two have the same count.
  const reading = useMemo(
    () => ({ id: rootId, unread, lastReadSeq, lastSeq: replyCount }),
    [rootId, unread, lastReadSeq, replyCount],
  )
  const [dividerSeq] = useDivider(reading, state, selfId)
  const see = useSeen(onRead)
  return (
    <MessagePane
      {...props}
      title="this thread"
      rootId={rootId}
      state={state}
      reading={reading}
      dividerSeq={dividerSeq}
      onSeen={see}
      onMarkedUnread={ignore}
      onThread={ignore}
      onEscape={onClose}
      start={null}
    />
  )
}
