import type { InboxEvent } from '@parley/contract/rooms'
import type { ThreadState } from '@parley/contract/threads'

/**
 * What an event of `rooms.watch` makes of the threads with something unread. Those that were read are kept with their
 * counts: an event that was overtaken by the reading makes nothing of it unread again.
 */
export function reduceUnreadThreads(held: readonly ThreadState[], event: InboxEvent): readonly ThreadState[] {
  switch (event.type) {
    case 'thread': {
      const { type: _, ...told } = event
      const known = held.find(({ rootId }) => rootId === told.rootId)
      const others = held.filter((thread) => thread !== known)
      return [...others, known ? merged(known, told) : told].toSorted((a, b) => (a.rootId < b.rootId ? 1 : -1))
    }
    case 'left':
      return held.filter(({ roomId }) => roomId !== event.roomId)
    default:
      return held
  }
}

/** Of two the higher counts; who follows is said last. */
export function merged(known: ThreadState, told: ThreadState): ThreadState {
  const replyCount = Math.max(known.replyCount, told.replyCount)
  const readReplies = Math.max(known.readReplies, told.readReplies)
  return {
    ...told,
    replyCount,
    readReplies,
    lastReadSeq: Math.max(known.lastReadSeq, told.lastReadSeq),
    unread: told.follows ? Math.max(0, replyCount - readReplies) : 0,
  }
}
