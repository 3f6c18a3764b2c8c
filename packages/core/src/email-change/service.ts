import { randomInt } from 'node:crypto'
import type { RequestedCode } from '@parley/contract/codes'
import type { ChangeEmail, ConfirmEmail } from '@parley/contract/email-change'
import { limits } from '@parley/contract/limits'
import type { Me } from '@parley/contract/users'
import type { Tx } from '@parley/db/database'
import { isUniqueViolation } from '@parley/db/errors'
import type { Ctx, Deps } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { requirePasswordIfAny } from '../passwords/access.js'
import { findPersonByEmail, getMe } from '../users/service.js'
import {
  confirmChange,
  countChangeTry,
  deleteChange,
  findChange,
  lockChange,
  lockEmail,
  replaceChange,
  setChangeHash,
  setEmail,
} from './queries.js'

/** Mails a code to the new address; until it is entered, everything stays as it is. */
export async function changeEmail(ctx: Ctx, { email, currentPassword }: ChangeEmail): Promise<RequestedCode> {
  if (!ctx.mailer && !ctx.config.showSecrets) throw new AppError('unavailable', 'This server sends no mail.')
  await requirePasswordIfAny(ctx, currentPassword)
  ctx.authLimits.takeTry(changesOf(ctx.actor.id))
  if (await findPersonByEmail(ctx.db, email)) throw taken()
  const id = newId()
  const expiresAt = new Date(ctx.clock.now() + limits.codeSeconds * 1_000)
  await ctx.db.transaction().execute(async (tx) => {
    await replaceChange(tx, { id, user_id: ctx.actor.id, email, expires_at: expiresAt })
    if (ctx.mailer) await ctx.jobs.leave(tx, 'mail-email-change', id)
  })
  return ctx.mailer ? { expiresAt } : { expiresAt, devCode: await drawCode(ctx, id) }
}

const changesOf = (userId: string) => `addresses of ${userId}`

const taken = () => {
  const message = 'This e-mail address is taken.'
  return new AppError('conflict', message, { details: [{ path: ['email'], message }] })
}

/** Only here is a code known: what is kept of it is a hash. */
async function drawCode({ db, tokens }: Deps, id: string): Promise<string> {
  const code = String(randomInt(10 ** 6)).padStart(6, '0')
  await setChangeHash(db, id, tokens.hashCode(id, code))
  return code
}

/** The job: draws the code and mails it to the new address. */
export async function mailEmailChange(deps: Deps, id: string): Promise<void> {
  const row = await findChange(deps.db, id)
  if (!row || row.confirmed_at || !deps.mailer || row.expires_at.getTime() <= deps.clock.now()) return
  const code = await drawCode(deps, id)
  const { hostname } = deps.config.publicUrl
  const text = `${code} confirms that this is your new address at ${hostname}. It is good for ten minutes and once.\n\nIf you do not know what this is about, do nothing and tell it to nobody.\n`
  await deps.mailer.send({ to: row.email, subject: `${code} confirms your address at ${hostname}`, text })
}

/** Takes the new address, which is proven by the code, and tells the old one. */
export async function confirmEmail(ctx: Ctx, { code }: ConfirmEmail): Promise<Me> {
  const confirmed = await ctx.db
    .transaction()
    .execute((tx) => spendCode(ctx, tx, code))
    .catch((error: unknown) => {
      throw isUniqueViolation(error) ? taken() : error
    })
  if (!confirmed) throw new AppError('unauthenticated', 'The code is wrong, or over. Ask for a new one.')
  ctx.authLimits.succeed(changesOf(ctx.actor.id))
  return getMe(ctx)
}

/** It says what is wrong instead of throwing: the try must be counted, and a throw would undo that. */
async function spendCode(ctx: Ctx, tx: Tx, code: string): Promise<boolean> {
  const row = await lockChange(tx, ctx.actor.id)
  if (!row?.code_hash || row.expires_at.getTime() <= ctx.clock.now() || row.tries >= limits.codeTries) return false
  if (!ctx.tokens.isCode(row.code_hash, row.id, code)) {
    await countChangeTry(tx, row.id)
    return false
  }
  const oldEmail = await lockEmail(tx, ctx.actor.id)
  await setEmail(tx, ctx.actor.id, row.email)
  if (!ctx.mailer) {
    await deleteChange(tx, row.id)
    return true
  }
  await confirmChange(tx, row.id, oldEmail)
  await ctx.jobs.leave(tx, 'mail-email-changed', row.id)
  return true
}

/** The job: tells the old address, in case that it was not its owner who left it. */
export async function mailEmailChanged(deps: Deps, id: string): Promise<void> {
  const row = await findChange(deps.db, id)
  if (!row?.confirmed_at || !deps.mailer) return
  const { hostname } = deps.config.publicUrl
  const text = `Your account at ${hostname} has another e-mail address from now on; this one leads to it no more.\n\nIf it was not you who changed it, tell whoever runs ${hostname} at once.\n`
  await deps.mailer.send({ to: row.email, subject: `Your address at ${hostname} was changed`, text })
  await deleteChange(deps.db, id)
}
