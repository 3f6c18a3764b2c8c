import type { ListMessages, MessagePage } from '@parley/contract/messages'
import type { Ctx } from '../context.js'
import { readCursor, toCursor } from '../cursor.js'
import { AppError } from '../errors.js'
import { requireMember } from '../rooms/access.js'
import { type MessageRow, toMessage } from './mapper.js'
import { listNewer, listOlder, type Window } from './queries.js'
import { inReach } from './seq.js'

type Slice = { rows: MessageRow[]; older: boolean; newer: boolean }

/** A page of the main timeline: the newest, the one a cursor leads to, or the one around a message. */
export async function listMessages(ctx: Ctx, { roomId, cursor, aroundSeq, limit }: ListMessages): Promise<MessagePage> {
  const room = await requireMember(ctx.db, roomId, ctx.actor.id)
  const window = { roomId, visibleFrom: room.visible_from_seq, limit }
  return readPage(ctx, window, cursor, aroundSeq)
}

/** The same of any window, for who has asked whether it may be read. */
export async function readPage(
  ctx: Ctx,
  window: Window,
  cursor: string | null | undefined,
  aroundSeq?: number,
): Promise<MessagePage> {
  const { rows, older, newer } = cursor
    ? await readAt(ctx, window, cursor)
    : aroundSeq !== undefined
      ? await readAround(ctx, window, inReach(aroundSeq))
      : await readOlder(ctx, window, null)
  const [first, last] = [rows.at(0), rows.at(-1)]
  return {
    items: rows.map((row) => toMessage(row, window.visibleFrom)),
    nextCursor: older && first ? toCursor(['older', first.seq]) : null,
    prevCursor: newer && last ? toCursor(['newer', last.seq]) : null,
  }
}

async function readAt(ctx: Ctx, window: Window, cursor: string): Promise<Slice> {
  const [direction, seq] = readCursor(cursor, ['string', 'number'])
  if (direction === 'older') return { ...(await readOlder(ctx, window, seq)), newer: true }
  if (direction === 'newer') return { ...(await readNewer(ctx, window, seq)), older: true }
  throw new AppError('invalid', 'This cursor is not one that a page of messages returned.')
}

/** One more than asked for tells whether there is another page. */
async function readOlder(ctx: Ctx, window: Window, before: number | null): Promise<Slice> {
  const found = await listOlder(ctx.db, { ...window, limit: window.limit + 1 }, before)
  const rows = found.slice(0, window.limit).toReversed()
  return { rows, older: found.length > window.limit, newer: false }
}

async function readNewer(ctx: Ctx, window: Window, after: number): Promise<Slice> {
  const found = await listNewer(ctx.db, { ...window, limit: window.limit + 1 }, after)
  return { rows: found.slice(0, window.limit), older: false, newer: found.length > window.limit }
}

/** Half a page before the message and half from it on; what one side lacks, the other fills. */
async function readAround(ctx: Ctx, window: Window, seq: number): Promise<Slice> {
  const half = Math.floor(window.limit / 2)
  const after = await readNewer(ctx, window, seq - 1)
  const before = await readOlder(ctx, window, seq)
  const taken = Math.min(after.rows.length, Math.max(window.limit - half, window.limit - before.rows.length))
  const kept = Math.min(before.rows.length, window.limit - taken)
  return {
    rows: [...before.rows.slice(before.rows.length - kept), ...after.rows.slice(0, taken)],
    older: before.older || kept < before.rows.length,
    newer: after.newer || taken < after.rows.length,
  }
}
