import type { Notification } from '@parley/contract/notifications'

/** Why one is told, as it follows the name of who did it. */
export function sayNotification({ reason, emoji }: Pick<Notification, 'reason' | 'emoji'>): string {
  switch (reason) {
    case 'mention':
      return 'mentioned you'
    case 'everybody':
      return 'called everybody'
    case 'reply':
      return 'replied to you'
    case 'reaction':
      return `reacted ${emoji ?? ''} to you`
    case 'added':
      return 'added you to a room'
  }
}

/** What a badge shows; beyond this nobody counts. */
export const sayCount = (count: number): string => (count > 99 ? '99+' : String(count))
