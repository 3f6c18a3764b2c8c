import { useUnreadNotifications } from '@parley/client/react'
import { sayCount } from './say-notification'

/** How much of what one was told is unread, and how that is said; nothing is said of none. */
export function useUnreadCount(): { count: number; says: string } {
  const count = useUnreadNotifications().length
  return { count, says: count === 0 ? '' : `${sayCount(count)} unread` }
}
