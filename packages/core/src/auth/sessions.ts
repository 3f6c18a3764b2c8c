import type { Logout, Session } from '@parley/contract/auth'
import { limits } from '@parley/contract/limits'
import type { RevokeSession, SessionInfo } from '@parley/contract/sessions'
import type { Db } from '@parley/db/database'
import type { Ctx, PublicCtx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { readMe } from '../users/service.js'
import {
  advanceSession,
  insertSession,
  listSessionRows,
  lockSession,
  revokeOwnSessionRow,
  revokeSessionRow,
  revokeSessionRowsOf,
} from './queries-sessions.js'
import { hashToken } from './tokens.js'

/** A session with its refresh token; who answers decides whether that goes into the body or a cookie. */
export type Issued = Session & { refreshToken: string }

/** Logs in somebody who has shown who they are. */
export async function openSession(ctx: PublicCtx, userId: string): Promise<Issued> {
  const id = newId()
  const refreshToken = ctx.tokens.signRefresh({ sessionId: id, generation: 1 })
  await insertSession(ctx.db, {
    id,
    user_id: userId,
    refresh_hash: hashToken(refreshToken),
    user_agent: ctx.caller.userAgent,
    ip: ctx.caller.ip,
    expires_at: refreshEnd(ctx),
  })
  return issue(ctx, userId, id, refreshToken)
}

const refreshEnd = (ctx: PublicCtx) => new Date(ctx.clock.now() + limits.refreshTokenSeconds * 1000)

async function issue(ctx: PublicCtx, userId: string, sessionId: string, refreshToken: string): Promise<Issued> {
  const { token, expiresAt } = await ctx.tokens.signAccess(userId, sessionId)
  const user = await readMe(ctx.db, userId)
  return { accessToken: token, expiresAt, refreshToken, user }
}

const refused = () => new AppError('unauthenticated', 'You are logged out. Log in again.')

/**
 * Trades a refresh token for its successor. The last spent one may ask again until its successor is used, since the
 * reply may have been lost; an older one was stolen or replayed, and revokes the session.
 */
export async function refresh(ctx: PublicCtx, token: string | null): Promise<Issued> {
  const given = token ? ctx.tokens.readRefresh(token) : null
  if (!token || !given) throw refused()
  const outcome = await ctx.db.transaction().execute(async (tx) => {
    const session = await lockSession(tx, given.sessionId)
    if (!session || session.revoked_at || session.disabled_at) return 'over'
    if (session.expires_at.getTime() <= ctx.clock.now()) return 'over'
    const { sessionId } = given
    const current = ctx.tokens.signRefresh({ sessionId, generation: session.generation }, session.refresh_hash)
    if (given.generation === session.generation - 1) return { userId: session.user_id, token: current }
    if (!session.refresh_hash.equals(hashToken(token))) return 'reused'
    const generation = session.generation + 1
    const next = ctx.tokens.signRefresh({ sessionId, generation })
    const row = { generation, refresh_hash: hashToken(next), expires_at: refreshEnd(ctx) }
    await advanceSession(tx, sessionId, row)
    return { userId: session.user_id, token: next }
  })
  if (outcome === 'reused') {
    await revokeSessionRow(ctx.db, given.sessionId)
    ctx.hub.revokeSession(given.sessionId)
    ctx.log.warn({ sessionId: given.sessionId }, 'a spent refresh token was used again: session revoked')
  }
  if (typeof outcome === 'string') throw refused()
  return issue(ctx, outcome.userId, given.sessionId, outcome.token)
}

/** Ends this session, or all of the person's; their feeds end at once. */
export async function logout(ctx: Ctx, { everywhere }: Logout): Promise<void> {
  if (everywhere) return endSessionsOf(ctx, ctx.actor.id)
  await revokeSessionRow(ctx.db, ctx.session.id)
  ctx.hub.revokeSession(ctx.session.id)
}

/** Where the person is logged in, the last used first. */
export async function listSessions(ctx: Ctx): Promise<SessionInfo[]> {
  const rows = await listSessionRows(ctx.db, ctx.actor.id)
  return rows.map((row) => ({
    id: row.id,
    current: row.id === ctx.session.id,
    userAgent: row.user_agent,
    ip: row.ip,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** Ends one of the person's own sessions; somebody else's does not exist for them. */
export async function revokeSession(ctx: Ctx, { sessionId }: RevokeSession): Promise<void> {
  const revoked = await revokeOwnSessionRow(ctx.db, ctx.actor.id, sessionId)
  if (!revoked) throw new AppError('not_found', 'You have no such session.')
  ctx.hub.revokeSession(sessionId)
}

/** Ends a person's sessions, all but `except`, and with them their feeds and sockets. */
export async function endSessionsOf(
  { db, hub }: { db: Db; hub: PublicCtx['hub'] },
  userId: string,
  except: string | null = null,
): Promise<void> {
  const ended = await revokeSessionRowsOf(db, userId, except)
  for (const session of ended) hub.revokeSession(session.id)
}
