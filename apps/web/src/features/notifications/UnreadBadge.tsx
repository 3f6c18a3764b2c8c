import { classNames } from '../../ui/class-names'
import { sayCount } from './say-notification'
import { useUnreadCount } from './use-unread-count'

/** The number in the corner of what leads to one's notifications, for the eye only; `className` places it. */
export function UnreadBadge({ className }: { className: string }) {
  const { count } = useUnreadCount()
  if (count === 0) return null
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'tabular pointer-events-none absolute inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-mention px-1 text-[10px] leading-none font-semibold text-bg ring-2 ring-(--surface)',
        className,
      )}
    >
      {sayCount(count)}
    </span>
  )
}
