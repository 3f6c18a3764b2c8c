import type { ListPresence, PresenceEvent, PresenceOf, SetPresence, WatchPresence } from '@parley/contract/presence'
import type { Ctx } from '../context.js'
import { roomPresenceTopic, userPresenceTopic } from '../realtime/topics.js'
import { ownerOf } from '../auth/access.js'
import { live } from '../realtime/hand-over.js'
import { requireListener } from '../rooms/access.js'
import { listLastSeen } from './queries.js'
import { type Roster, snapshotOf } from './rosters.js'

/** Says how present one's device is; over HTTP it is forgotten after 30 seconds. */
export function setPresence(ctx: Ctx, { status }: SetPresence): void {
  ctx.presence.renew(ctx.actor.id, ctx.caller.connection?.id ?? ctx.session.id, { status })
}

export async function listPresence(ctx: Ctx, { userIds }: ListPresence): Promise<PresenceOf[]> {
  if (userIds.length === 0) return []
  return toPresence(ctx, await listLastSeen(ctx.db, [...new Set(userIds)]))
}

const toPresence = (ctx: Ctx, rows: Awaited<ReturnType<typeof listLastSeen>>): PresenceOf[] =>
  rows.map(({ id, last_seen_at }) => ({ id, status: ctx.presence.statusOf(id), lastSeenAt: last_seen_at }))

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
    const begin = async () => [
      'roomId' in input ? await readRoster(ctx, input.roomId) : snapshotOf(await listPresence(ctx, input)),
    ]
    yield* live(feed, (event) => event, begin)
  } finally {
    feed.leave()
  }
}

async function readRoster(ctx: Ctx, roomId: string): Promise<Roster> {
  const { member_count: members } = await requireListener(ctx, roomId)
  return ctx.rosters({ roomId, members })
}

/** Tells who watches a room how present somebody is who has just joined it. */
export async function tellPresence(ctx: Ctx, roomId: string, userId = ctx.actor.id): Promise<void> {
  const topic = roomPresenceTopic(roomId)
  if (ctx.hub.countListeners(topic) === 0) return
  for (const user of await listPresence(ctx, { userIds: [userId] })) ctx.hub.publish(topic, { type: 'change', user })
}
