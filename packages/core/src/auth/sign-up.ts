import type { Tx } from '@parley/db/database'
import type { PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { welcome } from '../rooms/default-rooms.js'
import { bringInvited, findInvitedRoom, type MayMake } from '../rooms/invited.js'

/**
 * Runs `work`, in which a person may be made where `allowed`, in one transaction. SIGNUP says who may: everybody, who
 * shows an invitation that works, or nobody. Who comes by an invitation joins its room; everybody the default ones.
 */
export async function withSignUp<T extends MayMake>(
  ctx: PublicCtx,
  inviteCode: string | undefined,
  work: (tx: Tx, allowed: boolean) => Promise<T>,
): Promise<T> {
  const { signup } = ctx.config
  const roomId = inviteCode && signup !== 'closed' ? await findInvitedRoom(ctx, inviteCode) : null
  const done =
    roomId && inviteCode
      ? await bringInvited(ctx, roomId, inviteCode, (tx, invited) => work(tx, invited || signup === 'open'))
      : await ctx.db.transaction().execute((tx) => work(tx, signup === 'open'))
  if (done.newcomer) await welcome(ctx, done.newcomer)
  return done
}

/** Whether a call that shows this invitation might make a person. */
export async function maySignUp(ctx: PublicCtx, inviteCode: string | undefined): Promise<boolean> {
  const { signup } = ctx.config
  if (signup !== 'invite') return signup === 'open'
  return inviteCode !== undefined && (await findInvitedRoom(ctx, inviteCode)) !== null
}

export const signUpRefused = ({ config }: PublicCtx) =>
  config.signup === 'invite'
    ? new AppError('forbidden', 'Whoever comes here needs an invitation that works.')
    : new AppError('forbidden', 'Sign-up is closed here.')
