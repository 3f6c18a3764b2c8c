import type { OidcProblem } from '@parley/contract/oidc'
import type { Tx } from '@parley/db/database'
import { z } from 'zod'
import { type Ended, proveAddress, tellEnded } from '../auth/proof.js'
import { type Issued, openSession } from '../auth/sessions.js'
import { withSignUp } from '../auth/sign-up.js'
import type { PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { createPersonOf, findPersonByEmail } from '../users/service.js'
import { type Claims, isRefusal, type OidcProvider } from './protocol.js'
import { findIdentity, insertIdentity, setAddressProven } from './queries.js'
import { toOwnPath } from './own-path.js'

/** What the browser carries meanwhile, signed: the answer must be of the issuer that was asked, to this very question. */
const Flow = z.object({
  provider: z.string(),
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  inviteCode: z.string().optional(),
  /** Who is to be known by the provider from now on; absent: who comes logs in. */
  linkTo: z.string().optional(),
})

export interface StartOidc {
  provider: string
  /** Where the browser goes in the end, if it is a path of this server. */
  next: string | undefined
  inviteCode: string | undefined
}

/** A log-in that came to nothing; `details.problem` is for the page. */
export const oidcFailed = (problem: OidcProblem, message: string, cause?: unknown) =>
  new AppError('unauthenticated', message, { details: { problem }, cause })

/** Where the browser is sent, and what it keeps. Who is logged in links the provider's account to theirs. */
export async function startOidc(ctx: PublicCtx, { provider: id, next, inviteCode }: StartOidc) {
  const provider = requireProvider(ctx, id)
  const { url, proof } = await ctx.oidc.begin(provider).catch((error: unknown) => {
    throw oidcFailed('failed', `${provider.name} does not answer.`, error)
  })
  const flow: z.infer<typeof Flow> = {
    ...proof,
    provider: id,
    issuer: provider.issuer,
    next: toOwnPath(next, ctx.config.publicUrl),
    inviteCode,
    linkTo: ctx.session?.user.id,
  }
  return { url, flow: await ctx.tokens.signFlow(flow) }
}

export interface FinishedOidc {
  next: string
  /** `null`: an account was linked, and who is logged in stays so. */
  session: Issued | null
}

/** Takes the answer of a provider: logs in, makes a person, or links, as the flow was begun for. */
export async function finishOidc(
  ctx: PublicCtx,
  { provider: id, flow: signed, search }: { provider: string; flow: string | null; search: string },
): Promise<FinishedOidc> {
  const provider = requireProvider(ctx, id)
  const flow = Flow.safeParse(signed && ctx.tokens.readFlow(signed)).data
  if (!flow) throw oidcFailed('expired', 'This log-in was not begun in this browser, or too long ago.')
  if (flow.provider !== id || flow.issuer !== provider.issuer)
    throw oidcFailed('failed', 'This answer is of another provider than was asked.')
  const claims = await ctx.oidc.finish(provider, flow, search).catch((error: unknown) => {
    throw isRefusal(error)
      ? oidcFailed('cancelled', 'The log-in was cancelled.', error)
      : oidcFailed('failed', `The answer of ${provider.name} is not good.`, error)
  })
  if (flow.linkTo !== undefined) {
    await link(ctx, provider, claims, flow.linkTo)
    return { next: flow.next, session: null }
  }
  const { userId, ended } = await withSignUp(ctx, flow.inviteCode, (tx, allowed) =>
    enter(tx, provider, claims, allowed),
  )
  tellEnded(ctx.hub, ended)
  return { next: flow.next, session: await openSession(ctx, userId) }
}

function requireProvider({ config }: PublicCtx, id: string): OidcProvider {
  const provider = config.oidcProviders.find((one) => one.id === id)
  if (!provider) throw new AppError('not_found', 'There is no such provider.')
  return provider
}

interface Entered {
  userId: string
  newcomer: string | null
  ended: Ended
}

/**
 * Whoever (issuer, subject) is. An address never leads to somebody's account: only the first proof of one that nobody
 * has proven does, and takes away what was set before it.
 */
async function enter(tx: Tx, provider: OidcProvider, claims: Claims, allowed: boolean): Promise<Entered> {
  const known = await findIdentity(tx, claims.iss, claims.sub)
  if (known?.disabled_at) throw oidcFailed('failed', 'This account is disabled.')
  if (known) return { userId: known.user_id, newcomer: null, ended: [] }
  const { email, email_verified: proven } = claims
  if (!email) throw oidcFailed('failed', `${provider.name} tells no e-mail address.`)
  const person = await findPersonByEmail(tx, email)
  if (person && (person.email_verified_at || person.disabled_at || !proven))
    throw oidcFailed('taken', 'There is an account with this address. Log in to it, then link it.')
  if (!person && !allowed) throw oidcFailed('closed', 'Nobody can make an account here in this way.')
  const userId = person?.id ?? (await createPersonOf(tx, email, claims.name))
  const ended = person ? await proveAddress(tx, userId) : []
  if (!person && proven) await setAddressProven(tx, userId)
  await insertIdentity(tx, toIdentity(provider, claims, userId))
  return { userId, newcomer: person ? null : userId, ended }
}

/** Only for who is logged in now, and was when they set out. */
async function link(ctx: PublicCtx, provider: OidcProvider, claims: Claims, userId: string): Promise<void> {
  if (ctx.session?.user.id !== userId || ctx.session.scopes)
    throw oidcFailed('expired', 'You are not logged in any more as who wanted to link this account.')
  const linked = await ctx.db.transaction().execute(async (tx) => {
    const known = await findIdentity(tx, claims.iss, claims.sub)
    return known ? known.user_id === userId : insertIdentity(tx, toIdentity(provider, claims, userId))
  })
  if (!linked) throw oidcFailed('unlinkable', `This account of ${provider.name} is linked to somebody else here.`)
}

const toIdentity = ({ id }: OidcProvider, { iss, sub }: Claims, userId: string) => ({
  issuer: iss,
  subject: sub,
  user_id: userId,
  provider: id,
})
