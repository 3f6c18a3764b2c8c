import { useUnreadNotifications } from '@parley/client/react'
import { Bell } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { sayCount } from './say-notification'

/** The bell, with how much of what one was told is unread. */
export function NotificationsButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const count = useUnreadNotifications().length
  const says = count === 0 ? '' : `${sayCount(count)} unread`
  return (
    <span className="relative inline-flex">
      <IconButton
        label={says ? `Notifications, ${says}` : 'Notifications'}
        icon={<Bell />}
        aria-expanded={open}
        onClick={onToggle}
        className="aria-expanded:bg-fg/6 aria-expanded:text-fg"
      />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="tabular pointer-events-none absolute -end-0.5 -top-0.5 inline-flex h-4 min-w-4 items-center justify-center rounded-full bg-mention px-1 text-[10px] leading-none font-semibold text-bg ring-2 ring-(--surface)"
        >
          {sayCount(count)}
        </span>
      )}
      <VisuallyHidden role="status">{says && `${says} notification${count === 1 ? '' : 's'}`}</VisuallyHidden>
    </span>
  )
}
