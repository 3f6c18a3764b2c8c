import type { Notification, UnreadNotification } from '@parley/contract/notifications'
import type { InboxEvent } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'

/** What one was told of, as far as it is held, and what of it a badge counts. */
export interface Notifications {
  /** The newest first. */
  items: readonly Notification[]
  unread: readonly UnreadNotification[]
  /** What is wanted has changed: both are to be fetched again. */
  isStale: boolean
}

/** What an event of `rooms.watch` makes of them. Applying one twice changes nothing. */
export function reduceNotifications(held: Notifications, event: InboxEvent): Notifications {
  switch (event.type) {
    case 'notification':
      return isOutdone(held, event.notification) ? held : withOne(held, event.notification)
    case 'unnotified': {
      const stays = ({ id, reason }: { id: string; reason: Notification['reason'] }) =>
        !event.notificationIds.includes(id) || (event.everybody && reason !== 'everybody')
      return { ...held, items: held.items.filter(stays), unread: held.unread.filter(stays) }
    }
    case 'notificationMessage':
      return mapMessages(held, (message) => (message.id === event.message.id ? event.message : message))
    case 'notificationsRead':
      return markRead(held, ({ id }) => event.notificationIds.includes(id))
    case 'read':
      return markRead(held, ({ roomId, seq }) => roomId === event.roomId && seq !== null && seq <= event.lastReadSeq)
    case 'left': {
      const stays = ({ roomId }: { roomId: string }) => roomId !== event.roomId
      return { ...held, items: held.items.filter(stays), unread: held.unread.filter(stays) }
    }
    case 'user':
      return rename(held, event.user)
    case 'block':
    case 'notificationsReset':
      return { ...held, isStale: true }
    default:
      return held
  }
}

/** One's own reason to be told stands before everybody's. */
const isOutdone = ({ items, unread }: Notifications, { id, reason }: Notification) =>
  reason === 'everybody' && [...items, ...unread].some((one) => one.id === id && one.reason !== 'everybody')

function withOne({ items, unread, isStale }: Notifications, one: Notification): Notifications {
  const isOther = ({ id }: { id: string }) => id !== one.id
  return {
    items: [...items.filter(isOther), one].toSorted(byAge),
    unread: one.isRead ? unread.filter(isOther) : [toUnread(one), ...unread.filter(isOther)],
    isStale,
  }
}

const byAge = (a: Notification, b: Notification) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)

/** A reaction is of something said before: reading up to there does not take it away. */
const toUnread = ({ id, reason, roomId, message }: Notification): UnreadNotification => ({
  id,
  reason,
  roomId,
  seq: reason === 'reaction' ? null : (message?.seq ?? null),
})

function markRead(held: Notifications, isRead: (one: UnreadNotification) => boolean): Notifications {
  return {
    ...held,
    items: held.items.map((one) => (!one.isRead && isRead(toUnread(one)) ? { ...one, isRead: true } : one)),
    unread: held.unread.filter((one) => !isRead(one)),
  }
}

type Quoted = NonNullable<Notification['message']>

const mapMessages = (held: Notifications, change: (message: Quoted) => Quoted): Notifications => ({
  ...held,
  items: held.items.map((one) => (one.message ? { ...one, message: change(one.message) } : one)),
})

function rename(held: Notifications, user: UserRef): Notifications {
  const items = held.items.map((one) => (one.actor.id === user.id ? { ...one, actor: user } : one))
  return mapMessages({ ...held, items }, (message) =>
    message.sender.id === user.id ? { ...message, sender: user } : message,
  )
}
