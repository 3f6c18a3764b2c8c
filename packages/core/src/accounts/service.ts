import type { Deactivate, Erase } from '@parley/contract/accounts'
import { shutOut } from '../auth/disabling.js'
import { tellEnded } from '../auth/proof.js'
import type { Ctx } from '../context.js'
import { removeUnsentOf } from '../files/access.js'
import { eraseUnreachable } from '../messages/erase.js'
import { removeIdentities } from '../oidc/access.js'
import { requirePasswordIfAny } from '../passwords/access.js'
import { activityTopic } from '../realtime/topics.js'
import { leaveForGood, listRoomsToLeave } from '../rooms/leaving.js'
import { removeSecondFactor, requireSecondFactorIfAny } from '../second-factor/access.js'
import { readMe } from '../users/service.js'
import { eraseTraces, eraseUser, setErasing } from './queries.js'

/** Shuts oneself out: no session, no log-in, until an operator lets one in again. Everything stays. */
export async function deactivate(ctx: Ctx, { currentPassword, totp }: Deactivate): Promise<void> {
  await requirePasswordIfAny(ctx, currentPassword)
  await requireSecondFactorIfAny(ctx, totp)
  tellEnded(ctx.hub, await ctx.db.transaction().execute((tx) => shutOut(tx, ctx.actor.id)))
}

/**
 * Takes oneself away for good. First the rooms, one after another, then who one was: what breaks off in between is
 * done again by calling it again. What one said stays, of "Deleted person", or goes; nothing is said any more from the
 * first moment on: what a room's lock lets through afterwards would stay behind.
 */
export async function erase(ctx: Ctx, { currentPassword, totp, messages }: Erase): Promise<void> {
  await requirePasswordIfAny(ctx, currentPassword)
  await requireSecondFactorIfAny(ctx, totp)
  const userId = ctx.actor.id
  await setErasing(ctx.db, userId)
  const rooms = await listRoomsToLeave(ctx.db, userId)
  for (const roomId of rooms) await leaveForGood(ctx, roomId, messages)
  const { email } = await readMe(ctx.db, userId)
  const { ended, user } = await ctx.db.transaction().execute(async (tx) => {
    if (messages === 'delete') await eraseUnreachable(tx, userId)
    await removeSecondFactor(tx, userId)
    await removeIdentities(tx, userId)
    await eraseTraces(tx, userId, email)
    await removeUnsentOf(tx, userId)
    const revoked = await shutOut(tx, userId)
    return { ended: revoked, user: await eraseUser(tx, userId) }
  })
  ctx.files.sweep()
  tellEnded(ctx.hub, ended)
  ctx.hub.publish(rooms.map(activityTopic), { type: 'user', user })
}
