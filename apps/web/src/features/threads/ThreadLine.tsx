import type { Entry } from '@parley/client'
import { CornerDownRight } from 'lucide-react'
import { Avatar } from '../../ui/Avatar'
import { useMessageActions } from '../messages/actions'
import type { Reader } from '../messages/permissions'
import { sayNew, sayReplies } from './say-thread'
import { useUnreadIn } from './unread-threads'

/** Under a message: who answered last and how often, or that it is an answer itself. Leads to the thread. */
export function ThreadLine({ entry, reader }: { entry: Entry; reader: Reader }) {
  const { id, replyCount, threadRootId } = entry.message
  if (reader.rootId !== null) return id === reader.rootId ? <Answers count={replyCount} /> : null
  if (replyCount > 0) return <Replies entry={entry} />
  return threadRootId === null ? null : <FromThread entry={entry} />
}

function Replies({ entry }: { entry: Entry }) {
  const { openThread } = useMessageActions()
  const { id, replyCount, lastRepliers } = entry.message
  const unread = useUnreadIn(id)
  return (
    <button
      type="button"
      onClick={() => openThread(entry)}
      className="group/thread relative -ms-1 mt-1 mb-0.5 inline-flex max-w-full items-center gap-2 rounded-md py-0.5 ps-1 pe-2 text-meta font-medium text-accent after:absolute after:inset-x-0 pointer-coarse:after:-inset-y-2.5 hover:bg-fg/6"
    >
      <span aria-hidden="true" className="flex gap-0.5">
        {lastRepliers.toReversed().map((user) => (
          <Avatar key={user.id} user={user} size={20} />
        ))}
      </span>
      <span className="tabular truncate">{sayReplies(replyCount)}</span>
      {unread > 0 && (
        <span className="tabular inline-flex items-center gap-1 font-semibold">
          <span aria-hidden="true" className="size-1.5 rounded-full bg-accent" />
          {sayNew(unread)}
        </span>
      )}
      <span className="sr-only">, open the thread</span>
    </button>
  )
}

/** An answer that the room sees too. */
function FromThread({ entry }: { entry: Entry }) {
  const { openThread } = useMessageActions()
  return (
    <button
      type="button"
      onClick={() => openThread(entry)}
      className="relative mt-0.5 inline-flex items-center gap-1 rounded-sm text-stamp text-fg-muted after:absolute after:inset-x-0 pointer-coarse:after:-inset-y-3 hover:text-fg hover:underline"
    >
      <CornerDownRight aria-hidden="true" className="size-3.5" />
      Answered in a thread
    </button>
  )
}

/** In the thread itself: where its answers begin. */
function Answers({ count }: { count: number }) {
  return (
    <p className="flex items-center gap-3 pt-3 pb-1 text-stamp font-medium text-fg-muted">
      {count > 0 ? sayReplies(count) : 'No replies yet'}
      <span aria-hidden="true" className="h-px grow bg-line" />
    </p>
  )
}
