import type { Timeline, TimelineState } from '@parley/client'
import { useReceipts } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import type { ReactNode, Ref } from 'react'
import { ErrorState } from '../../ui/ErrorState'
import { useLearnPeople } from '../presence/use-learn-people'
import { EmptyRoom } from './EmptyRoom'
import { MessageList, type MessageListHandle } from './MessageList'
import { MessagesSkeleton } from './MessagesSkeleton'
import type { Reader } from './permissions'
import type { Reading } from './reading'
import type { Editing } from './use-edit-focus'
import { useOpening } from './use-opening'

interface Props {
  ref: Ref<MessageListHandle>
  room: InboxRoom
  title: string
  atSeq: number | undefined
  state: TimelineState & { timeline: Timeline }
  dividerSeq: number | null
  reader: Reader
  editing: Editing | null
  onSeen: (seq: number) => void
  reading: Reading
  /** Above the first message. */
  start: ReactNode
  onEscape: () => void
  onPastEnd: () => void
}

const nobody: ReadonlyMap<string, number> = new Map()

/** The list, or what stands in its place: its shape while it loads, what went wrong, how to begin. */
export function PaneMessages({ atSeq, ...props }: Props) {
  const { room, title, state, reading, reader, onPastEnd } = props
  const { timeline, entries } = state
  const receipts = useReceipts(room.id)
  const peopleKnown = useLearnPeople(room, entries)
  const opened = useOpening(reading, atSeq, state, timeline)

  if (state.status === 'error' && entries.length === 0) {
    return (
      <ErrorState title="Couldn't load the messages" onRetry={() => void timeline.jumpToLatest().catch(() => null)}>
        Nothing is lost: they are on the server. Check your connection and try again.
      </ErrorState>
    )
  }
  if (!opened) return <MessagesSkeleton />
  // Begun again after a reset, it is not empty but still to come.
  const isWhole = state.status === 'ready' && !state.hasOlder && !state.hasNewer
  if (entries.length === 0 && reader.rootId === null && isWhole) {
    return <EmptyRoom title={title} direct={room.kind === 'direct'} onStart={onPastEnd} />
  }
  return <MessageList {...props} opened={opened} receipts={peopleKnown && reader.rootId === null ? receipts : nobody} />
}
