import { Link } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { UnreadBadge } from '../features/notifications/UnreadBadge'
import { useUnreadCount } from '../features/notifications/use-unread-count'

/** For a room's header: the way back to the list, where the window is too narrow to show both; with what waits there. */
export function BackToRooms() {
  const { says } = useUnreadCount()
  return (
    <Link
      to="/"
      aria-label={says ? `Back to rooms, ${says} in notifications` : 'Back to rooms'}
      className="relative -ms-2 inline-flex size-11 shrink-0 items-center justify-center rounded-md text-fg-muted md:hidden"
    >
      <ChevronLeft className="size-5 rtl:-scale-x-100" />
      <UnreadBadge className="end-0 top-1" />
    </Link>
  )
}
