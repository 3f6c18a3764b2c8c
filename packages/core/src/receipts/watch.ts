import type { ReceiptEvent } from '@parley/contract/receipts'
import type { GetRoom } from '@parley/contract/rooms'
import { ownerOf } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { EventFrames } from '../realtime/frames.js'
import { live } from '../realtime/hand-over.js'
import { readTopic } from '../realtime/topics.js'
import { requireListener } from '../rooms/access.js'
import { listReads } from './queries.js'

/** Who has read a room up to where: all of them once, then each that moves. */
export async function* followReceipts(
  ctx: Ctx,
  { roomId }: GetRoom,
  signal: AbortSignal,
): AsyncGenerator<ReceiptEvent> {
  const feed = ctx.hub.open(ownerOf(ctx, roomId), [readTopic(roomId)], signal)
  try {
    await requireListener(ctx, roomId)
    const begin = async () => [
      new EventFrames<ReceiptEvent>({ type: 'snapshot', reads: await listReads(ctx.db, roomId) }),
    ]
    yield* live(feed, (event) => event, begin)
  } finally {
    feed.leave()
  }
}
