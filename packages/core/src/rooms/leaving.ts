import type { Erase } from '@parley/contract/accounts'
import type { Db, Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { eraseSome, listRoomsOfWords } from '../messages/erase.js'
import type { LockedRoom, Written } from '../messages/writer.js'
import { inboxTopic } from '../realtime/topics.js'
import { listJoinedRooms } from './access.js'
import { tellMember } from './activity.js'
import { keep, readInbox } from './administer.js'
import { dismiss } from './joining.js'
import { countDeparture } from './queries-departures.js'
import { findRole, hasOtherOwner, promoteHeir } from './queries-members.js'

/** Where somebody is, or has said something. */
export async function listRoomsToLeave(db: Db, userId: string): Promise<string[]> {
  return [...new Set([...(await listJoinedRooms(db, userId)), ...(await listRoomsOfWords(db, userId))])]
}

/**
 * Takes who goes for good out of a room, and with `delete` what they said. Direct conversations keep them: they would
 * be others' without. Where they were the last owner, who stands highest, and of these is longest there, owns it.
 */
export async function leaveForGood(ctx: Ctx, roomId: string, messages: Erase['messages']): Promise<void> {
  for (let more = true; more;)
    more = await ctx.writer
      .write(roomId, (tx, locked) => leaveSome(ctx, tx, locked, messages))
      .catch((error: unknown) => {
        // Deleted meanwhile, by somebody else.
        if (error instanceof AppError && error.code === 'not_found') return false
        throw error
      })
}

async function leaveSome(ctx: Ctx, tx: Tx, locked: LockedRoom, messages: Erase['messages']): Promise<Written<boolean>> {
  const { id: userId } = ctx.actor
  if (messages === 'delete') {
    const { more, ...erased } = await eraseSome(ctx, tx, locked)
    if (erased.changed.length > 0) return { result: more || locked.kind !== 'direct', ...erased }
  }
  const role = locked.kind === 'direct' ? undefined : await findRole(tx, locked.id, userId)
  if (!role) {
    if (locked.kind === 'direct') await countDeparture(tx, locked)
    return { result: false }
  }
  const tellHeir = role === 'owner' ? await handOver(ctx, tx, locked) : undefined
  const { changed = [], onCommit } = await dismiss(ctx, tx, locked, { userId, kind: 'left', body: '' })
  return { result: false, changed, onCommit: () => (tellHeir?.(), onCommit?.()) }
}

/** Gives the room to somebody else where nobody else owns it; says how to tell them. */
async function handOver(ctx: Ctx, tx: Tx, locked: LockedRoom): Promise<(() => void) | undefined> {
  if (await hasOtherOwner(tx, locked.id, ctx.actor.id)) return undefined
  const heir = await promoteHeir(tx, locked.id, ctx.actor.id)
  if (!heir) return undefined
  await keep(ctx, tx, locked.id, 'setRole', { targetId: heir, details: { to: 'owner' } })
  const room = await readInbox(tx, locked, heir)
  return () => {
    ctx.hub.publish(inboxTopic(heir), { type: 'room', room })
    tellMember(ctx.hub, locked.id, heir, { role: 'owner' })
  }
}
