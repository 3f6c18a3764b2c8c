import type { Message } from '@parley/contract/messages'
import type { Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import type { MemberRoom } from '../rooms/access.js'
import { requireMessage } from './access.js'
import { type MessageRow, toMessage } from './mapper.js'
import type { LockedRoom } from './writer.js'

/** What is told of a change beside the message as it now is. */
export interface Changed {
  onCommit?: () => void
}

export interface Change {
  message: MessageRow
  room: MemberRoom
  /** The version that the change gets. */
  version: number
}

/** Finds the message again under the lock, lets `change` say whether it changed (`null`: no), and publishes it if so. */
export async function changeMessage(
  ctx: Ctx,
  messageId: string,
  change: (tx: Tx, change: Change, locked: LockedRoom) => Promise<Changed | null>,
): Promise<Message> {
  const { room } = await requireMessage(ctx.db, messageId, ctx.actor.id)
  return ctx.writer.write(room.id, async (tx, locked) => {
    const found = await requireMessage(tx, messageId, ctx.actor.id)
    if (found.room.archived_at) throw new AppError('conflict', 'This room is archived.')
    const changed = await change(tx, { ...found, version: locked.version + 1 }, locked)
    if (changed) locked.version++
    const { message } = changed ? await requireMessage(tx, messageId, ctx.actor.id) : found
    const result = toMessage(message, found.room.visible_from_seq)
    return { result, ...changed, changed: changed ? [toMessage(message)] : [] }
  })
}

export function requireOwn(ctx: Ctx, message: MessageRow, verb: string): void {
  if (message.sender.id !== ctx.actor.id) throw new AppError('forbidden', `You can ${verb} only your own messages.`)
}

export function requireText(message: MessageRow): void {
  if (message.kind !== 'text') throw new AppError('conflict', 'This is a note of what happened; it stays.')
}

/** By the database's clock, which gave the message its time. */
export function requireRecent({ config }: Ctx, message: MessageRow, now: Date): void {
  const { editWindowMs } = config
  if (editWindowMs === null || now.getTime() - new Date(message.created_at).getTime() <= editWindowMs) return
  throw new AppError('forbidden', 'This message is too old to be edited.')
}

export function requireThere(message: MessageRow): void {
  if (message.deleted_at) throw new AppError('conflict', 'This message is deleted.')
}
