import { limits } from '@parley/contract/limits'
import type { Message } from '@parley/contract/messages'
import { may } from '@parley/contract/permissions'
import type { ListPins, PinMessage, PinPage } from '@parley/contract/pins'
import { requireScope } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { readPlace, toPage } from '../cursor.js'
import { AppError } from '../errors.js'
import { changeMessage, requireText, requireThere } from '../messages/change.js'
import { toMessage } from '../messages/mapper.js'
import { type MemberRoom, requireMember } from '../rooms/access.js'
import { countPins, listPinned, setPinned } from './queries.js'

/** Pins a message in its room, or takes the pin out; what is so already stays so. A deletion takes it out too. */
export const pinMessage = (ctx: Ctx, { messageId, on }: PinMessage): Promise<Message> =>
  changeMessage(ctx, messageId, async (tx, { message, room, version }, locked) => {
    requireMayPin(ctx, room)
    requireText(message)
    requireThere(message)
    if ((message.pinned_at !== null) === on) return null
    if (on && (await countPins(tx, room.id)) >= limits.pins)
      throw new AppError('conflict', `A room has at most ${limits.pins} pinned messages.`)
    await setPinned(tx, messageId, { pinnedAt: on ? locked.now : null, version })
    return {}
  })

/** What is pinned in a room, what was pinned last first. */
export async function listPins(ctx: Ctx, { roomId, cursor, limit }: ListPins): Promise<PinPage> {
  const room = await requireMember(ctx.db, roomId, ctx.actor.id)
  const window = { roomId, visibleFrom: room.visible_from_seq, limit: limit + 1 }
  const rows = await listPinned(ctx.db, window, readPlace(cursor))
  const toItem = (row: (typeof rows)[number]) => toMessage(row, room.visible_from_seq)
  return toPage(rows, limit, toItem, (row) => [new Date(row.pinned_at ?? 0).toISOString(), row.id])
}

/** In a direct conversation everybody may. */
function requireMayPin(ctx: Ctx, room: MemberRoom): void {
  if (room.kind === 'direct') return
  if (!may(room.role, 'pin')) throw new AppError('forbidden', 'Only who moderates this room can pin messages.')
  requireScope(ctx, 'rooms:moderate')
}
