import type { Hub } from '../realtime/hub.js'
import { activityTopic, inboxTopic } from '../realtime/topics.js'
import { quoteOf, toCall, type Told } from './mapper.js'

/** Whom a message concerns, as it is kept: whom it calls (`null`: everybody in the room), and whom it answers. */
export interface Concern {
  userId: string | null
  reason: 'mention' | 'reply'
}

/** Nobody is answered by themselves, and whom it calls too, it calls. */
export function toConcerns(called: (string | null)[], answered: string[], senderId: string): Concern[] {
  const others = new Set(answered)
  for (const userId of [...called, senderId]) if (userId) others.delete(userId)
  return [
    ...called.map((userId): Concern => ({ userId, reason: 'mention' })),
    ...[...others].map((userId): Concern => ({ userId, reason: 'reply' })),
  ]
}

/** One event for all whom it concerns for the same reason. Everybody comes first, so that one's own reason stays. */
export function tellConcerns(hub: Hub, message: Told, concerns: Concern[], at: Date): void {
  if (concerns.length === 0) return
  if (concerns.some(({ userId }) => userId === null)) tellEverybody(hub, [activityTopic(message.roomId)], message, at)
  for (const reason of ['mention', 'reply'] as const) {
    const people = concerns.flatMap((one) => (one.reason === reason && one.userId ? one.userId : []))
    if (people.length > 0)
      hub.publish(people.map(inboxTopic), { type: 'notification', notification: toCall(message, reason, at) })
  }
}

type InboxTopics = ReturnType<typeof inboxTopic>[]

export const tellEverybody = (hub: Hub, topics: InboxTopics, message: Told, at: Date): void =>
  hub.publish(topics, { type: 'notification', notification: toCall(message, 'everybody', at) })

/** Those whom a message concerned hear that it says something else now. */
export const tellQuote = (hub: Hub, topics: InboxTopics, message: Told): void =>
  hub.publish(topics, { type: 'notificationMessage', roomId: message.roomId, message: quoteOf(message) })

/** Takes notifications back. */
export function tellGone(hub: Hub, roomId: string, topics: InboxTopics, ids: string[], everybody = false): void {
  if (topics.length > 0 && ids.length > 0)
    hub.publish(topics, { type: 'unnotified', roomId, notificationIds: ids, everybody })
}
