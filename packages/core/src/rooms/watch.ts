import type { InboxEvent } from '@parley/contract/rooms'
import { ownerOf } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { forReader } from '../messages/mapper.js'
import { type Accept, live } from '../realtime/hand-over.js'
import { activityTopic, inboxTopic } from '../realtime/topics.js'

/** What changes the person's inbox, from `ready` on. Not resumable: after a reconnect the list is fetched again. */
export async function* followInbox(ctx: Ctx, signal: AbortSignal): AsyncGenerator<InboxEvent> {
  const { id: userId } = ctx.actor
  const feed = ctx.hub.open(ownerOf(ctx), [inboxTopic(userId)], signal)
  try {
    // A room joined meanwhile is added by the joining itself, and one that was left stays lost.
    const rooms = (await ctx.reads.visibleRooms(userId)) ?? []
    for (const { room_id } of rooms) ctx.hub.add(feed, activityTopic(room_id))
    yield { type: 'ready' }
    yield* live(feed, onlyVisible(userId, new Map(rooms.map((room) => [room.room_id, room.visible_from_seq]))))
  } finally {
    feed.leave()
  }
}

/** Activity is the same for everybody but those from whom its message, or what that quotes, is hidden. */
function onlyVisible(userId: string, visibleFrom: Map<string, number>): Accept<InboxEvent> {
  return (event) => {
    // Comes before anything else of a room that was joined meanwhile.
    if (event.type === 'room') visibleFrom.set(event.room.id, event.room.visibleFromSeq)
    const from = 'roomId' in event ? (visibleFrom.get(event.roomId) ?? 1) : 1
    // Who calls everybody does not call themselves.
    if (event.type === 'mention') return event.senderId === userId || event.seq < from ? undefined : event
    if (event.type !== 'activity' || !event.lastMessage) return event
    const lastMessage = event.lastMessage.seq < from ? null : forReader(event.lastMessage, from)
    return lastMessage === event.lastMessage ? event : { ...event, lastMessage }
  }
}
