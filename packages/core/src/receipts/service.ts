import type { Ctx } from '../context.js'
import { readTopic } from '../realtime/topics.js'
import { listSeenOf } from './queries.js'

/** Tells who watches the receipts of one's rooms how far one has read, or that one does not show it any more. */
export async function tellReceipts(ctx: Ctx, shows: boolean): Promise<void> {
  const { id: userId } = ctx.actor
  for (const { room_id, seq } of await listSeenOf(ctx.db, userId))
    ctx.hub.publish(readTopic(room_id), shows ? { type: 'read', userId, seq } : { type: 'hidden', userId })
}
