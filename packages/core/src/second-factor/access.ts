import type { Db, Tx } from '@parley/db/database'
import { hashToken } from '../auth/tokens.js'
import type { Ctx, Deps, PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import {
  advanceFactor,
  countRecoveryCodes,
  deleteFactor,
  findConfirmedFactor,
  lockFactor,
  spendRecoveryCode,
} from './queries.js'
import { readStep } from './totp.js'

/** Whether somebody has a second factor, and what they showed of it. */
export type FactorCheck = 'none' | 'passed' | 'missing' | 'wrong'

/** Checks a code of the app or a recovery code, each of which is good once. */
export async function checkSecondFactor(
  tx: Tx,
  userId: string,
  given: string | undefined,
  { clock, seals }: Pick<Deps, 'clock' | 'seals'>,
): Promise<FactorCheck> {
  const factor = await lockFactor(tx, userId)
  if (!factor?.confirmed_at) return 'none'
  if (!given) return 'missing'
  const secret = seals.open(userId, factor)
  const step = secret && readStep(secret, given, clock.now())
  if (step !== null && step > factor.last_step) {
    await advanceFactor(tx, userId, step)
    return 'passed'
  }
  return (await spendRecoveryCode(tx, userId, hashRecoveryCode(given))) ? 'passed' : 'wrong'
}

/** As people type them: with or without the dash, in any case. */
export const hashRecoveryCode = (code: string): Buffer => hashToken(code.replaceAll(/[\s-]/g, '').toUpperCase())

/** `details` tell a client to ask for the code and try again with it. */
export const secondFactorAsked = (message = 'Enter the code of your authenticator app.') =>
  new AppError('unauthenticated', message, { details: { totp: true } })

/**
 * The same as a call of its own. Each code counts as a failure until it is right, and by itself: otherwise a password
 * that is known, shown somewhere else meanwhile, would forgive the guessing of codes.
 */
export async function trySecondFactor(
  ctx: PublicCtx,
  userId: string,
  given: string | undefined,
  then?: (tx: Tx) => Promise<unknown>,
): Promise<FactorCheck> {
  const tries = `codes of the second factor of ${userId}`
  if (given !== undefined) ctx.authLimits.takeTry(tries)
  const check = await ctx.db.transaction().execute(async (tx) => {
    const outcome = await checkSecondFactor(tx, userId, given, ctx)
    if (outcome === 'passed') await then?.(tx)
    return outcome
  })
  if (check === 'passed') ctx.authLimits.succeed(tries)
  return check
}

/** Refuses who has one and does not show it: for what a stolen session must not do. */
export async function requireSecondFactorIfAny(ctx: Ctx, given: string | undefined): Promise<void> {
  const check = await trySecondFactor(ctx, ctx.actor.id, given || undefined)
  if (check === 'none' || check === 'passed') return
  const message = check === 'missing' ? 'is missing' : 'is wrong'
  throw new AppError('invalid', `totp ${message}.`, { details: [{ path: ['totp'], message }] })
}

/** With its recovery codes. */
export const removeSecondFactor = (tx: Tx, userId: string) => deleteFactor(tx, userId)

/** Whether log-ins ask for it. */
export const hasSecondFactor = async (db: Db, userId: string): Promise<boolean> =>
  (await findConfirmedFactor(db, userId)) !== undefined

/** How many are not spent yet. */
export const countRecoveryCodesOf = (db: Db, userId: string): Promise<number> => countRecoveryCodes(db, userId)
