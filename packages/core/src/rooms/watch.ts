import type { InboxEvent } from '@parley/contract/rooms'
import { ownerOf } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { forReader } from '../messages/mapper.js'
import { EventFrames } from '../realtime/frames.js'
import { type Accept, live } from '../realtime/hand-over.js'
import { activityTopic, inboxTopic } from '../realtime/topics.js'
import { createEar } from './ear.js'

/** What changes the person's inbox, from `ready` on. Not resumable: after a reconnect the list is fetched again. */
export async function* followInbox(ctx: Ctx, signal: AbortSignal): AsyncGenerator<InboxEvent> {
  const { id: userId } = ctx.actor
  const feed = ctx.hub.open(ownerOf(ctx), [inboxTopic(userId)], signal)
  try {
    // A room joined meanwhile is added by the joining itself, and one that was left stays lost.
    const [rooms, blocks] = await Promise.all([ctx.reads.visibleRooms(userId), ctx.reads.blocks(userId)])
    const ear = createEar(
      userId,
      rooms,
      blocks.map(({ blocked_id }) => blocked_id),
    )
    for (const { room_id } of rooms) ctx.hub.add(feed, activityTopic(room_id))
    yield* live(feed, forPerson(userId, ear), () => [new EventFrames<InboxEvent>({ type: 'ready' })])
  } finally {
    feed.leave()
  }
}

/** What is told to many is the same for all but those from whom something of it is hidden. */
function forPerson(userId: string, ear: ReturnType<typeof createEar>): Accept<InboxEvent> {
  return (event) => {
    ear.learn(event)
    switch (event.type) {
      case 'notification':
      case 'notificationMessage':
      case 'unnotified':
        return ear.hear(event)
      case 'thread':
        return ear.isIn(event.roomId) ? event : undefined
      case 'mention':
        // Who calls everybody does not call themselves.
        return event.senderId === userId || event.seq < ear.visibleFrom(event.roomId) ? undefined : event
      case 'activity': {
        const from = ear.visibleFrom(event.roomId)
        if (!event.lastMessage) return event
        const lastMessage = event.lastMessage.seq < from ? null : forReader(event.lastMessage, from)
        return lastMessage === event.lastMessage ? event : { ...event, lastMessage }
      }
      default:
        return event
    }
  }
}
