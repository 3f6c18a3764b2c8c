import { randomInt } from 'node:crypto'
import type { RequestCode, RequestedCode, VerifyCode } from '@parley/contract/codes'
import { limits } from '@parley/contract/limits'
import type { Tx } from '@parley/db/database'
import { type Ended, proveAddress, tellEnded } from '../auth/proof.js'
import { type Issued, openSession } from '../auth/sessions.js'
import { maySignUp, withSignUp } from '../auth/sign-up.js'
import type { Deps, PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { checkSecondFactor, secondFactorAsked } from '../second-factor/access.js'
import { createPersonOf, findPersonByEmail } from '../users/service.js'
import { countCodeTry, deleteCode, deleteOldCodes, findCode, lockCode, replaceCode, setCodeHash } from './queries.js'

/** Mails a code to log in with. The answer is the same for an address of nobody, and so is the work it takes. */
export async function requestCode(ctx: PublicCtx, { email, inviteCode }: RequestCode): Promise<RequestedCode> {
  if (!ctx.mailer && !ctx.config.showSecrets) throw new AppError('unavailable', 'This server sends no mail.')
  // Whoever asks: nobody's mailbox is to be filled, nor their code voided again and again.
  ctx.authLimits.takeTry(requestsOf(email))
  const invited = await maySignUp(ctx, inviteCode)
  const id = newId()
  const expiresAt = new Date(ctx.clock.now() + limits.codeSeconds * 1_000)
  await ctx.db.transaction().execute(async (tx) => {
    await deleteOldCodes(tx, new Date(ctx.clock.now()))
    await replaceCode(tx, { email, id, invited, expires_at: expiresAt })
    if (ctx.mailer) await ctx.jobs.leave(tx, 'mail-code', id)
  })
  if (ctx.mailer) return { expiresAt }
  const devCode = await drawCode(ctx, id)
  ctx.log.info({ email, devCode }, 'a code to log in; it is shown because no SMTP_URL is set')
  return { expiresAt, devCode }
}

const requestsOf = (email: string) => `codes to ${email}`

/** Only here is a code known: what is kept of it is a hash. */
async function drawCode({ db, tokens }: Deps, id: string): Promise<string> {
  const code = String(randomInt(10 ** 6)).padStart(6, '0')
  await setCodeHash(db, id, tokens.hashCode(id, code))
  return code
}

/** The job: draws the code and mails it. Trying again draws another one; the last that was mailed counts. */
export async function mailCode(deps: Deps, id: string): Promise<void> {
  const row = await findCode(deps.db, id)
  if (!row || !deps.mailer || row.expires_at.getTime() <= deps.clock.now()) return
  const person = await findPersonByEmail(deps.db, row.email)
  if (person ? person.disabled_at : !row.invited) return
  const code = await drawCode(deps, id)
  const { hostname } = deps.config.publicUrl
  const text = `${code} is your code to log in to ${hostname}. It is good for ten minutes and once.\n\nIf you did not ask for it, do nothing and tell it to nobody.\n`
  await deps.mailer.send({ to: row.email, subject: `${code} is your code for ${hostname}`, text })
}

/** It says what is wrong instead of throwing: the try must be counted, and a throw would undo that. */
type Refusal = 'wrong' | 'totp missing' | 'totp wrong'
type Verified = Refusal | { userId: string; ended: Ended }

/** Logs in who has the code that was mailed; the first one makes a person, where they may. */
export async function verifyCode(ctx: PublicCtx, input: Omit<VerifyCode, 'transport'>): Promise<Issued> {
  const { verified } = await withSignUp(ctx, input.inviteCode, (tx, allowed) => spendCode(ctx, tx, input, allowed))
  if (verified === 'totp missing') throw secondFactorAsked()
  if (verified === 'totp wrong') throw secondFactorAsked('The code of your second factor is wrong.')
  if (verified === 'wrong') throw new AppError('unauthenticated', 'The code is wrong, or over. Ask for a new one.')
  ctx.authLimits.succeed(requestsOf(input.email))
  tellEnded(ctx.hub, verified.ended)
  return openSession(ctx, verified.userId)
}

interface Spent {
  verified: Verified
  newcomer: string | null
}

async function spendCode(
  ctx: PublicCtx,
  tx: Tx,
  { email, code, totp }: Omit<VerifyCode, 'transport'>,
  allowed: boolean,
): Promise<Spent> {
  const refused = (verified: Refusal) => ({ verified, newcomer: null })
  const row = await lockCode(tx, email)
  if (!row?.code_hash || row.expires_at.getTime() <= ctx.clock.now() || row.tries >= limits.codeTries)
    return refused('wrong')
  const person = await findPersonByEmail(tx, email)
  const right = ctx.tokens.isCode(row.code_hash, row.id, code) && !person?.disabled_at
  if (right && !person && !allowed) return refused('wrong')
  // A second factor on an address that nobody has proven may be a stranger's: proving it takes that away.
  const factor = right && person?.email_verified_at ? await checkSecondFactor(tx, person.id, totp, ctx) : 'none'
  if (factor === 'missing') return refused('totp missing')
  if (!right || factor === 'wrong') {
    await countCodeTry(tx, email)
    return refused(right ? 'totp wrong' : 'wrong')
  }
  await deleteCode(tx, email)
  const userId = person?.id ?? (await createPersonOf(tx, email))
  const ended = person?.email_verified_at ? [] : await proveAddress(tx, userId)
  return { verified: { userId, ended }, newcomer: person ? null : userId }
}
