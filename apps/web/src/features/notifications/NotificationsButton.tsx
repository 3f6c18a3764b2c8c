import { Bell } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { UnreadBadge } from './UnreadBadge'
import { useUnreadCount } from './use-unread-count'

/** The bell, with how much of what one was told is unread. */
export function NotificationsButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const { count, says } = useUnreadCount()
  return (
    <span className="relative inline-flex">
      <IconButton
        label={says ? `Notifications, ${says}` : 'Notifications'}
        icon={<Bell />}
        aria-expanded={open}
        onClick={onToggle}
        className="aria-expanded:bg-fg/6 aria-expanded:text-fg"
      />
      <UnreadBadge className="-end-0.5 -top-0.5" />
      <VisuallyHidden role="status">{says && `${says} notification${count === 1 ? '' : 's'}`}</VisuallyHidden>
    </span>
  )
}
