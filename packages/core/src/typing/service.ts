import type { GetRoom } from '@parley/contract/rooms'
import type { SetTyping, TypingEvent } from '@parley/contract/typing'
import type { UserRef } from '@parley/contract/users'
import { ownerOf } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { EventFrames } from '../realtime/frames.js'
import { live } from '../realtime/hand-over.js'
import { typingTopic } from '../realtime/topics.js'
import { requireListener, requireMember } from '../rooms/access.js'

/** Says that one is typing, or has stopped; unsaid again after five seconds. */
export async function setTyping(ctx: Ctx, { roomId, typing }: SetTyping): Promise<void> {
  await requireMember(ctx.db, roomId, ctx.actor.id)
  ctx.typing.set(roomId, ctx.actor, typing)
}

/** Everybody who is typing but oneself: as it is now, then whenever it changes. */
export async function* followTyping(ctx: Ctx, { roomId }: GetRoom, signal: AbortSignal): AsyncGenerator<TypingEvent> {
  const feed = ctx.hub.open(ownerOf(ctx, roomId), [typingTopic(roomId)], signal)
  /** The event itself for who is not typing, so that they all share it. */
  const forMe = (event: TypingEvent): TypingEvent =>
    event.users.some((user) => user.id === ctx.actor.id)
      ? { users: event.users.filter((user) => user.id !== ctx.actor.id) }
      : event
  try {
    await requireListener(ctx, roomId)
    let shown = forMe({ users: ctx.typing.list(roomId) })
    const changed = (event: TypingEvent) => {
      const next = forMe(event)
      if (sameUsers(shown.users, next.users)) return undefined
      shown = next
      return next
    }
    yield* live(feed, changed, () => [new EventFrames(shown)])
  } finally {
    feed.leave()
  }
}

const sameUsers = (a: UserRef[], b: UserRef[]) => a.length === b.length && a.every((user, at) => user.id === b[at]?.id)
