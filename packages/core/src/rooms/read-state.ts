import type { ReadRow } from './mapper.js'
import type { MarkRead, MarkUnread, ReadState } from '@parley/contract/rooms'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { markNotificationsRead } from '../notifications/service.js'
import type { Hub } from '../realtime/hub.js'
import { inboxTopic, readTopic } from '../realtime/topics.js'
import { requireMember } from './access.js'
import { countMainUpTo, listUnread } from './queries.js'
import { moveReadPointer } from './queries-write.js'

/** Marks a room read up to `seq`; a late device never moves the pointer back. */
export const markRead = (ctx: Ctx, { roomId, seq }: MarkRead): Promise<ReadState> =>
  move(ctx, roomId, seq, { back: false })

/** Marks everything from `fromSeq` on as unread. */
export const markUnread = (ctx: Ctx, { roomId, fromSeq }: MarkUnread): Promise<ReadState> =>
  move(ctx, roomId, fromSeq - 1, { back: true })

/** Marks every room read; each as far as it is when its turn comes. */
export async function markAllRead(ctx: Ctx): Promise<void> {
  // One statement a room: all of them in one would wait for senders whom it keeps waiting.
  for (const room of await listUnread(ctx.db, ctx.actor.id)) {
    const to = { seq: room.last_seq, main: room.last_main }
    const moved = await moveReadPointer(ctx.db, room.id, ctx.actor.id, to, { back: false })
    if (moved) tellRead(ctx.hub, room.id, ctx.actor.id, { ...moved, last_main: room.last_main })
  }
  // What one was told of in rooms in which nothing is unread.
  await markNotificationsRead(ctx, { all: true })
}

async function move(ctx: Ctx, roomId: string, upTo: number, { back }: { back: boolean }): Promise<ReadState> {
  const room = await requireMember(ctx.db, roomId, ctx.actor.id)
  // Nobody has left unread what they may not see.
  const seq = Math.max(Math.min(upTo, room.last_seq), room.visible_from_seq - 1)
  const main = await countMainUpTo(ctx.db, roomId, seq)
  const moved = await moveReadPointer(ctx.db, roomId, ctx.actor.id, { seq, main }, { back })
  // Removed meanwhile: there is no pointer any more, and nobody to tell.
  if (!moved) throw new AppError('not_found', 'This room does not exist.')
  const state = tellRead(ctx.hub, roomId, ctx.actor.id, { ...moved, last_main: room.last_main })
  // What was read with the room is not any more; only the list knows what was marked by itself.
  if (back) ctx.hub.publish(inboxTopic(ctx.actor.id), { type: 'notificationsReset' })
  return state
}

/** Tells the person's other devices and who watches the room's receipts. */
export function tellRead(hub: Hub, roomId: string, userId: string, row: ReadRow & { last_main: number }): ReadState {
  const state = {
    lastReadSeq: row.read_seq,
    readMain: row.read_main,
    readVersion: row.read_version,
    unread: Math.max(0, row.last_main - row.read_main),
    mentions: row.mention_seqs.length,
    mentionSeqs: row.mention_seqs,
  }
  hub.publish(inboxTopic(userId), { type: 'read', roomId, ...state })
  if (row.cleared.length > 0)
    hub.publish(inboxTopic(userId), { type: 'notificationsRead', notificationIds: row.cleared })
  if (row.shows_receipts) hub.publish(readTopic(roomId), { type: 'read', userId, seq: row.seen_seq })
  return state
}
