import type { ListPresence, PresenceEvent, PresenceOf, SetPresence, WatchPresence } from '@parley/contract/presence'
import type { Ctx } from '../context.js'
import { roomPresenceTopic, userPresenceTopic } from '../realtime/topics.js'
import { ownerOf } from '../auth/access.js'
import type { Feed } from '../realtime/feed.js'
import { live } from '../realtime/hand-over.js'
import { requireListener } from '../rooms/access.js'
import { listLastSeen, listMemberIds } from './queries.js'

/** Above this many members a room's snapshot names only those who are there. */
const fullSnapshot = 500

/** Says how present one's device is; over HTTP it is forgotten after 30 seconds. */
export function setPresence(ctx: Ctx, { status }: SetPresence): void {
  ctx.presence.renew(ctx.actor.id, ctx.caller.connection?.id ?? ctx.session.id, { status })
}

export async function listPresence(ctx: Ctx, { userIds }: ListPresence): Promise<PresenceOf[]> {
  if (userIds.length === 0) return []
  const rows = await listLastSeen(ctx.db, [...new Set(userIds)])
  return rows.map((row) => ({ id: row.id, status: ctx.presence.statusOf(row.id), lastSeenAt: row.last_seen_at }))
}

/** How present the members of a room, or some people, are: all of them once, then each change. */
export async function* followPresence(
  ctx: Ctx,
  input: WatchPresence,
  signal: AbortSignal,
): AsyncGenerator<PresenceEvent> {
  const feed =
    'roomId' in input
      ? ctx.hub.open(ownerOf(ctx, input.roomId), [roomPresenceTopic(input.roomId)], signal)
      : ctx.hub.open(ownerOf(ctx), input.userIds.map(userPresenceTopic), signal)
  try {
    // Not kept in a variable: a generator holds those for as long as it lives, and this one lives for days.
    yield {
      type: 'snapshot',
      users: await unlessOver(feed, 'roomId' in input ? listRoster(ctx, input.roomId) : listPresence(ctx, input)),
    }
    yield* live(feed, (event) => event)
  } finally {
    feed.leave()
  }
}

/** What was read, unless the feed has ended meanwhile: who is removed while they wait for a roster does not get it. */
async function unlessOver<T>(feed: Feed<PresenceEvent>, reading: Promise<T>): Promise<T> {
  const read = await reading
  feed.check()
  return read
}

async function listRoster(ctx: Ctx, roomId: string): Promise<PresenceOf[]> {
  await requireListener(ctx, roomId)
  return ctx.rosters(roomId, async () => {
    const ids = await listMemberIds(ctx.db, roomId)
    const named = ids.length <= fullSnapshot ? ids : ids.filter((id) => ctx.presence.statusOf(id) !== 'offline')
    return listPresence(ctx, { userIds: named })
  })
}

/** Tells who watches a room how present somebody is who has just joined it. */
export async function tellPresence(ctx: Ctx, roomId: string, userId = ctx.actor.id): Promise<void> {
  const topic = roomPresenceTopic(roomId)
  if (ctx.hub.countListeners(topic) === 0) return
  for (const user of await listPresence(ctx, { userIds: [userId] })) ctx.hub.publish(topic, { type: 'change', user })
}
