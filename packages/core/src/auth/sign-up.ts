import type { Tx } from '@parley/db/database'
import type { PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { joinDefaultRooms, tellJoined } from '../rooms/default-rooms.js'
import { bringInvited, findInvitedRoom, type MayMake } from '../rooms/invited.js'

/**
 * Runs `work`, in which a person may be made where `allowed`. SIGNUP says who may: everybody, who shows an invitation
 * that works, or nobody. Who comes by an invitation joins its room in the same transaction, everybody the default ones:
 * in the same too, except that who holds the lock of the invited room does not wait there for those of others.
 */
export async function withSignUp<T extends MayMake>(
  ctx: PublicCtx,
  inviteCode: string | undefined,
  work: (tx: Tx, allowed: boolean) => Promise<T>,
): Promise<T> {
  const open = ctx.config.signup === 'open'
  let joined: string[] = []
  const joinDefaults = async (tx: Tx, { newcomer }: MayMake) => {
    if (newcomer) joined = await joinDefaultRooms(tx, newcomer)
  }
  const roomId = inviteCode && ctx.config.signup !== 'closed' ? await findInvitedRoom(ctx, inviteCode) : null
  let done: T
  if (roomId && inviteCode) {
    done = await bringInvited(ctx, roomId, inviteCode, (tx, invited) => work(tx, invited || open))
    await ctx.db.transaction().execute((tx) => joinDefaults(tx, done))
  } else {
    done = await ctx.db.transaction().execute(async (tx) => {
      const made = await work(tx, open)
      await joinDefaults(tx, made)
      return made
    })
  }
  tellJoined(ctx, joined)
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
