import type { Message } from '@parley/contract/messages'
import type { InboxEvent } from '@parley/contract/rooms'
import type { Thread, ThreadState } from '@parley/contract/threads'

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

/** What a message, as it now is, makes of threads that hang on it. */
export function reduceThreads(threads: readonly Thread[], message: Message): readonly Thread[] {
  const isOlder = ({ root }: Thread) => root.id === message.id && root.version < message.version
  if (!threads.some(isOlder)) return threads
  return threads.map((thread) => (isOlder(thread) ? { ...thread, root: message } : thread))
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
