import { randomBytes } from 'node:crypto'
import { limits } from '@parley/contract/limits'
import type { RecoveryCodes, TotpCode, TotpSetup } from '@parley/contract/second-factor'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { hashRecoveryCode, removeSecondFactor, trySecondFactor } from './access.js'
import { advanceFactor, confirmFactor, insertRecoveryCodes, lockFactor, putFactor } from './queries.js'
import { describeSecret, newSecret, readStep } from './totp.js'

/** Draws a secret. Log-ins ask for it once it is confirmed. */
export async function setupTotp(ctx: Ctx): Promise<TotpSetup> {
  const secret = newSecret()
  if (!(await putFactor(ctx.db, ctx.actor.id, ctx.seals.seal(ctx.actor.id, secret))))
    throw new AppError('conflict', 'You have a second factor already. Take it away first.')
  return describeSecret(secret, ctx.config.publicUrl.hostname, ctx.actor.username)
}

const wrongCode = () =>
  new AppError('invalid', 'The code is wrong.', { details: [{ path: ['code'], message: 'is wrong' }] })

/** Confirms that the app has the secret, and gives the codes for the day it is lost. */
export async function confirmTotp(ctx: Ctx, { code }: TotpCode): Promise<RecoveryCodes> {
  const userId = ctx.actor.id
  ctx.authLimits.takeTry(userId)
  const recoveryCodes = Array.from({ length: limits.recoveryCodes }, newRecoveryCode)
  const confirmed = await ctx.db.transaction().execute(async (tx) => {
    const factor = await lockFactor(tx, userId)
    if (!factor || factor.confirmed_at) throw new AppError('conflict', 'No second factor is being set up.')
    const secret = ctx.seals.open(userId, factor)
    const step = secret && readStep(secret, code, ctx.clock.now())
    if (step === null) return false
    await advanceFactor(tx, userId, step)
    await confirmFactor(tx, userId)
    await insertRecoveryCodes(tx, userId, recoveryCodes.map(hashRecoveryCode))
    return true
  })
  if (!confirmed) throw wrongCode()
  ctx.authLimits.succeed(userId)
  return { recoveryCodes }
}

/** Fifty bits in letters that are not mistaken for one another. */
function newRecoveryCode(): string {
  const letters = [...randomBytes(10)].map((byte) => 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'[byte % 32])
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** Takes it away from who can show it once more. */
export async function disableTotp(ctx: Ctx, { code }: TotpCode): Promise<void> {
  const userId = ctx.actor.id
  const checked = await trySecondFactor(ctx, userId, code, (tx) => removeSecondFactor(tx, userId))
  if (checked === 'none') throw new AppError('conflict', 'You have no second factor.')
  if (checked !== 'passed') throw wrongCode()
}
