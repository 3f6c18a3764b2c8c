import type { Db, Tx } from '@parley/db/database'
import { hashToken } from '../auth/tokens.js'
import type { Clock } from '../clock.js'
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
  clock: Clock,
): Promise<FactorCheck> {
  const factor = await lockFactor(tx, userId)
  if (!factor?.confirmed_at) return 'none'
  if (!given) return 'missing'
  const step = readStep(factor.secret, given, clock.now())
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

/** With its recovery codes. */
export const removeSecondFactor = (tx: Tx, userId: string) => deleteFactor(tx, userId)

/** Whether log-ins ask for it. */
export const hasSecondFactor = async (db: Db, userId: string): Promise<boolean> =>
  (await findConfirmedFactor(db, userId)) !== undefined

/** How many are not spent yet. */
export const countRecoveryCodesOf = (db: Db, userId: string): Promise<number> => countRecoveryCodes(db, userId)
