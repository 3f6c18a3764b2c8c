import type { SetFavourite, SetNotify } from '@parley/contract/rooms'
import type { Ctx } from '../context.js'
import { inboxTopic } from '../realtime/topics.js'
import { requireMember } from './access.js'
import { toInboxRoom } from './mapper.js'
import { getInboxRow } from './queries-inbox.js'
import { updateMember } from './queries-members.js'

/** How much of a room one wants to be told; one's other devices hear of it. */
export async function setNotify(ctx: Ctx, { roomId, notify }: SetNotify): Promise<void> {
  await set(ctx, roomId, { notify })
  ctx.hub.publish(inboxTopic(ctx.actor.id), { type: 'notificationsReset' })
}

export const setFavourite = (ctx: Ctx, { roomId, favourite }: SetFavourite): Promise<void> =>
  set(ctx, roomId, { favourite })

async function set(ctx: Ctx, roomId: string, change: Parameters<typeof updateMember>[3]): Promise<void> {
  await requireMember(ctx.db, roomId, ctx.actor.id)
  await updateMember(ctx.db, roomId, ctx.actor.id, change)
  const row = await getInboxRow(ctx.db, roomId, ctx.actor.id)
  // Left meanwhile: then their devices were told that.
  if (row.role !== null) ctx.hub.publish(inboxTopic(ctx.actor.id), { type: 'room', room: toInboxRoom(row) })
}
