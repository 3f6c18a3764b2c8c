import { useUnreadThreads } from '@parley/client/react'
import { MessagesSquare } from 'lucide-react'
import { classNames } from '../../ui/class-names'

/** Above the rooms: the threads one follows, and in how many of them something is unread. */
export function ThreadsButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const unread = useUnreadThreads().length
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={onToggle}
      className={classNames(
        'touch-target flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-start transition-colors hover:bg-fg/5 aria-expanded:bg-fg/6',
        unread > 0 ? 'font-semibold text-fg' : 'text-fg-muted',
      )}
    >
      <MessagesSquare aria-hidden="true" className="size-4 shrink-0" />
      <span className="grow">Threads</span>
      {unread > 0 && (
        <span className="tabular text-stamp text-accent">
          {unread > 99 ? '99+' : unread}
          <span className="sr-only"> unread</span>
        </span>
      )}
    </button>
  )
}
