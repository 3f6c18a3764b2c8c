import { limits } from '@parley/contract/limits'
import type {
  ListNotifications,
  MarkNotificationsRead,
  Notification,
  UnreadNotification,
} from '@parley/contract/notifications'
import type { Page } from '@parley/contract/pages'
import type { Ctx } from '../context.js'
import { readPlace, toPage } from '../cursor.js'
import { inboxTopic } from '../realtime/topics.js'
import { toNotification, toUnread } from './mapper.js'
import { listNotificationRows, listUnreadRows } from './queries.js'
import { markCallsRead, markDeedsRead, markThreadCallsRead } from './queries-write.js'

/** What the person was told of, the newest first. */
export async function listNotifications(ctx: Ctx, { cursor, limit }: ListNotifications): Promise<Page<Notification>> {
  const rows = await listNotificationRows(ctx.db, ctx.actor.id, limit + 1, readPlace(cursor))
  return toPage(rows, limit, toNotification, (row) => [row.at.toISOString(), row.id])
}

/** What of it is not read yet: what a badge counts. */
export async function listUnreadNotifications(ctx: Ctx): Promise<UnreadNotification[]> {
  return (await listUnreadRows(ctx.db, ctx.actor.id)).map(toUnread)
}

/** Marks some of it read, or all; the person's other devices hear of it. Ids of others' change nothing. */
export async function markNotificationsRead(ctx: Ctx, input: MarkNotificationsRead): Promise<void> {
  if ('notificationIds' in input) return mark(ctx, input.notificationIds)
  for (;;) {
    const unread = await listUnreadRows(ctx.db, ctx.actor.id)
    const ids = unread.map(({ id }) => id)
    await mark(ctx, ids)
    if (ids.length < limits.notificationsCounted) return
  }
}

async function mark(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const { id: userId } = ctx.actor
  tellMarked(ctx, [...(await markDeedsRead(ctx.db, userId, ids)), ...(await markCallsRead(ctx.db, userId, ids))])
}

function tellMarked({ hub, actor }: Ctx, notificationIds: string[]): void {
  if (notificationIds.length > 0) hub.publish(inboxTopic(actor.id), { type: 'notificationsRead', notificationIds })
}

/** Marks read what the answers in a thread say to one, between these two places. */
export async function markThreadNotificationsRead(
  ctx: Ctx,
  rootId: string,
  between: { after: number; upTo: number },
): Promise<void> {
  tellMarked(ctx, await markThreadCallsRead(ctx.db, ctx.actor.id, rootId, between))
}
