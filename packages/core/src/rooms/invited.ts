import type { Tx } from '@parley/db/database'
import type { PublicCtx } from '../context.js'
import { keep } from './administer.js'
import { admit } from './joining.js'
import { countUse, findInviteByCode } from './queries-invites.js'

/** Of work in which somebody may be made: who was. */
export interface MayMake {
  newcomer: string | null
}

/** The room of an invitation that works; `null` for any other code. */
export async function findInvitedRoom(ctx: PublicCtx, code: string): Promise<string | null> {
  const invite = await findInviteByCode(ctx.db, code, new Date(ctx.clock.now()))
  return invite?.room_id ?? null
}

/**
 * Runs `work` under the room's lock, and who is made in it joins the room in the same transaction: the last use of an
 * invitation makes one person, however many come with it at once. `invited`: whether it still works.
 */
export const bringInvited = <T extends MayMake>(
  ctx: PublicCtx,
  roomId: string,
  code: string,
  work: (tx: Tx, invited: boolean) => Promise<T>,
): Promise<T> =>
  ctx.writer.write(roomId, async (tx, locked) => {
    const invite = locked.archived_at ? undefined : await findInviteByCode(tx, code, new Date(ctx.clock.now()))
    const result = await work(tx, invite !== undefined)
    const { newcomer } = result
    if (!invite || !newcomer) return { result }
    const acting = { ...ctx, actor: { id: newcomer } }
    const { changed = [], onCommit } = await admit(acting, tx, locked, { userId: newcomer, role: 'member' })
    await countUse(tx, invite.id)
    await keep(acting, tx, roomId, 'acceptInvite', { targetId: newcomer, details: { inviteId: invite.id } })
    return { result, changed, ...(onCommit && { onCommit }) }
  })
