import type { Act } from '@parley/contract/permissions'
import type { InboxRoom } from '@parley/contract/rooms'
import type { Tx } from '@parley/db/database'
import type { Acting, Ctx } from '../context.js'
import { newId } from '../ids.js'
import type { LockedRoom, Written } from '../messages/writer.js'
import { type MemberRoom, requireAct } from './access.js'
import { toInboxRoom } from './mapper.js'
import { getInboxRow } from './queries-inbox.js'
import { insertAudit, type NewAudit } from './queries-administration.js'

export interface Administered<T> extends Written<T> {
  /** What the audit log keeps beside who, when and from where; none where nothing changed. */
  audit?: { targetId?: string; details?: NewAudit['details'] }
}

/** Does something to a room that takes a role there: the role is looked at under the room's lock. */
export const administer = <T>(
  ctx: Ctx,
  roomId: string,
  act: Act,
  work: (tx: Tx, locked: LockedRoom, room: MemberRoom) => Promise<Administered<T>>,
): Promise<T> =>
  ctx.writer.write(roomId, async (tx, locked) => {
    const room = await requireAct(tx, roomId, ctx.actor.id, act)
    const { audit, ...written } = await work(tx, locked, room)
    if (audit) await keep(ctx, tx, roomId, act, audit)
    return written
  })

/** Keeps in the audit log what somebody did. */
export const keep = (
  ctx: Acting,
  tx: Tx,
  roomId: string,
  act: string,
  { targetId, details = {} }: NonNullable<Administered<unknown>['audit']>,
) =>
  insertAudit(tx, {
    id: newId(),
    actor_id: ctx.actor.id,
    act,
    room_id: roomId,
    target_id: targetId ?? null,
    details,
    ip: ctx.caller.ip,
    user_agent: ctx.caller.userAgent,
  })

/**
 * The room as the person's inbox shows it, read under its lock, so that what is told of it after the commit comes in
 * the order of the changes. The numbers that this transaction has taken are in its row only when it ends.
 */
export async function readInbox(tx: Tx, locked: LockedRoom, userId: string): Promise<InboxRoom> {
  const { last_seq, last_main, version } = locked
  return toInboxRoom({ ...(await getInboxRow(tx, locked.id, userId)), last_seq, last_main, version })
}
