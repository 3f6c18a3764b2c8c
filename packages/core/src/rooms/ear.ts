import type { InboxEvent, Notify } from '@parley/contract/rooms'

interface Membership {
  visibleFrom: number
  readSeq: number
  notify: Notify
}

type Told = Extract<InboxEvent, { type: 'notification' | 'notificationMessage' | 'unnotified' }>

/**
 * What one person wants and may hear, kept up to date by the very events that their feed carries: what calls ten
 * thousand people is made once, and each of them has it their own way.
 */
export function createEar(
  userId: string,
  rooms: { room_id: string; visible_from_seq: number; read_seq: number; notify: Notify }[],
  blockedIds: string[],
) {
  const memberships = new Map<string, Membership>()
  const blocked = new Set(blockedIds)
  for (const { room_id, visible_from_seq: visibleFrom, read_seq: readSeq, notify } of rooms)
    memberships.set(room_id, { visibleFrom, readSeq, notify })

  function hearNotification(event: Extract<Told, { type: 'notification' }>, { notify, readSeq }: Membership) {
    const { reason, actor, message } = event.notification
    if (actor.id === userId || blocked.has(actor.id)) return undefined
    if (notify === 'none' || (notify === 'mentions' && reason === 'reaction')) return undefined
    const isRead = reason !== 'reaction' && message !== null && message.seq <= readSeq
    return isRead ? { ...event, notification: { ...event.notification, isRead } } : event
  }

  return {
    isIn: (roomId: string): boolean => memberships.has(roomId),
    visibleFrom: (roomId: string): number => memberships.get(roomId)?.visibleFrom ?? 1,
    learn(event: InboxEvent): void {
      // Comes before anything else of a room that was joined meanwhile.
      if (event.type === 'room') {
        const { id, visibleFromSeq: visibleFrom, lastReadSeq: readSeq, notify } = event.room
        memberships.set(id, { visibleFrom, readSeq, notify })
      } else if (event.type === 'left') memberships.delete(event.roomId)
      else if (event.type === 'read') {
        const known = memberships.get(event.roomId)
        if (known) known.readSeq = event.lastReadSeq
      } else if (event.type === 'block') {
        if (event.on) blocked.add(event.userId)
        else blocked.delete(event.userId)
      }
    },
    /** The event as the person hears it, if they do: nothing of a room they are not in, or from before their time. */
    hear(event: Told): InboxEvent | undefined {
      const membership = memberships.get(event.type === 'notification' ? event.notification.roomId : event.roomId)
      if (!membership) return undefined
      if (event.type === 'unnotified') return event
      const message = event.type === 'notification' ? event.notification.message : event.message
      if (message && message.seq < membership.visibleFrom) return undefined
      return event.type === 'notification' ? hearNotification(event, membership) : event
    },
  }
}
