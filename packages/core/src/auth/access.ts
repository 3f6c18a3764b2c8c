import type { Scope } from '@parley/contract/api-tokens'
import type { UserRef } from '@parley/contract/users'
import { findTokenSession, isApiToken } from '../api-tokens/access.js'
import type { Ctx, Deps, PublicCtx } from '../context.js'
import type { FeedOwner } from '../realtime/feed.js'
import { AppError } from '../errors.js'
import { toUserRef } from '../users/mapper.js'

/** Who calls, by a session or an API token that is neither revoked nor over and whose person is not disabled. */
export interface LiveSession {
  /** Of the session, or of the API token: whichever is revoked, its feeds and sockets end. */
  id: string
  /** When the token that showed it ends; `null`: an API token without an end. */
  expiresAt: Date | null
  user: UserRef
  /** What an API token was allowed; `null`: a person's own session, which may do all that the person may. */
  scopes: readonly string[] | null
}

/** Whether it may do what needs this scope. */
export const mayUse = ({ scopes }: LiveSession, scope: Scope): boolean => !scopes || scopes.includes(scope)

/** Whose it is, where somebody has to be logged in. */
export function requireSession({ session }: PublicCtx): LiveSession {
  if (!session) throw new AppError('unauthenticated', 'Log in first.')
  return session
}

/** Of what takes the scope only in some cases, which the procedure cannot know. */
export function requireScope({ session }: Ctx, scope: Scope): void {
  if (!mayUse(session, scope)) throw new AppError('forbidden', `This token lacks the scope ${scope}.`)
}

/** Whose feed it is that a call opens; with a room, one that ends when the person loses it. */
export const ownerOf = (ctx: Ctx, roomId?: string): FeedOwner => ({
  userId: ctx.actor.id,
  sessionId: ctx.session.id,
  connection: ctx.caller.connection,
  ...(ctx.caller.cut && { cut: ctx.caller.cut }),
  ...(roomId && { roomId }),
})

/** Who shows this token, as it was within the last second; a revoked session is nobody's at once. For sockets. */
export const findSocketSession = (deps: Deps, shown: string | null): Promise<LiveSession | null> =>
  shown ? deps.sessions.find(shown, () => findSessionOf(deps, shown)) : Promise.resolve(null)

/** Who shows this access token or API token. `null` where it is missing, bad or over: procedures then refuse. */
export async function findSessionOf(deps: Deps, shown: string | null): Promise<LiveSession | null> {
  if (!shown) return null
  if (isApiToken(shown)) return findTokenSession(deps, shown)
  const token = deps.tokens.readAccess(shown)
  const row = token ? await deps.reads.liveSession(token.sessionId) : undefined
  if (!token || !row || row.id !== token.userId) return null
  return { id: token.sessionId, expiresAt: token.expiresAt, user: toUserRef(row), scopes: null }
}
