import { randomBytes } from 'node:crypto'
import { limits } from '@parley/contract/limits'
import type { RequestedReset, RequestReset, ResetPassword } from '@parley/contract/passwords'
import { hashPassword } from '../auth/passwords.js'
import { proveAddress, tellEnded } from '../auth/proof.js'
import { writePasswordHash } from '../auth/service.js'
import { endSessionsOf } from '../auth/sessions.js'
import { hashToken } from '../auth/tokens.js'
import type { Deps, PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { findPersonByEmail, findPersonByLogin } from '../users/service.js'
import { requireUncommon } from './common.js'
import { deleteOldResets, findReset, findResetByHash, replaceReset, setResetHash, spendReset } from './queries.js'

/** Mails a link to set another password. The answer is the same for an address of nobody, and so is the work. */
export async function requestReset(ctx: PublicCtx, { email }: RequestReset): Promise<RequestedReset> {
  if (!ctx.mailer && !ctx.config.showSecrets) throw new AppError('unavailable', 'This server sends no mail.')
  ctx.authLimits.takeTry(requestsOf(email))
  const reset = newReset(ctx, email)
  await ctx.db.transaction().execute(async (tx) => {
    await deleteOldResets(tx, new Date(ctx.clock.now()))
    await replaceReset(tx, reset)
    if (ctx.mailer) await ctx.jobs.leave(tx, 'mail-reset', reset.id)
  })
  if (ctx.mailer) return { expiresAt: reset.expires_at }
  return { expiresAt: reset.expires_at, devToken: await drawToken(ctx, reset.id) }
}

const requestsOf = (email: string) => `resets to ${email}`

const newReset = ({ clock }: Pick<Deps, 'clock'>, email: string) => ({
  email,
  id: newId(),
  expires_at: new Date(clock.now() + limits.resetSeconds * 1_000),
})

/** Only here is a token known: what is kept of it is a hash. */
async function drawToken({ db }: Pick<Deps, 'db'>, id: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await setResetHash(db, id, hashToken(token))
  return token
}

/** Of PUBLIC_URL, whatever host was asked; after the #, which no server and no log along the way sees. */
const linkOf = (publicUrl: URL, token: string) => new URL(`/reset-password#${token}`, publicUrl).toString()

/** The job: draws the token and mails the link. */
export async function mailReset(deps: Deps, id: string): Promise<void> {
  const row = await findReset(deps.db, id)
  if (!row || !deps.mailer || row.expires_at.getTime() <= deps.clock.now()) return
  const person = await findPersonByEmail(deps.db, row.email)
  if (!person || person.disabled_at) return
  const { publicUrl } = deps.config
  const link = linkOf(publicUrl, await drawToken(deps, id))
  const text = `Somebody, probably you, asked for another password at ${publicUrl.hostname}. Set it here within half an hour:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.\n`
  await deps.mailer.send({ to: row.email, subject: `Another password for ${publicUrl.hostname}`, text })
}

/** A link for the operator to hand over, who vouches for whose it is; `login` is a username or an e-mail address. */
export async function makeResetLink(deps: Pick<Deps, 'db' | 'clock'>, publicUrl: URL, login: string): Promise<string> {
  const person = await findPersonByLogin(deps.db, login.toLowerCase())
  if (!person) throw new AppError('not_found', `Nobody here is called ${login}.`)
  const reset = newReset(deps, person.email)
  await replaceReset(deps.db, reset)
  return linkOf(publicUrl, await drawToken(deps, reset.id))
}

/** Sets the password of whoever's mailbox the link went to, and ends all their sessions. */
export async function resetPassword(ctx: PublicCtx, { token, password }: ResetPassword): Promise<void> {
  await requireUncommon(password, 'password')
  const hash = hashToken(token)
  const reset = await findResetByHash(ctx.db, hash, new Date(ctx.clock.now()))
  const person = reset && (await findPersonByEmail(ctx.db, reset.email))
  const over = new AppError('unauthenticated', 'This link is over. Ask for a new one.')
  if (!person || person.disabled_at) throw over
  const passwordHash = await hashPassword(password)
  const ended = await ctx.db.transaction().execute(async (tx) => {
    if (!(await spendReset(tx, hash))) throw over
    const before = person.email_verified_at ? [] : await proveAddress(tx, person.id)
    await writePasswordHash(tx, person.id, passwordHash)
    return before
  })
  tellEnded(ctx.hub, ended)
  await endSessionsOf(ctx, person.id)
  ctx.authLimits.succeed(person.id)
  ctx.authLimits.succeed(requestsOf(person.email))
}
