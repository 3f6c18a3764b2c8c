import { randomBytes } from 'node:crypto'
import type { CreatedToken, CreateToken, RevokeToken, TokenInfo } from '@parley/contract/api-tokens'
import { limits } from '@parley/contract/limits'
import { hashToken } from '../auth/tokens.js'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { prefix } from './access.js'
import { insertToken, listTokenRows, revokeTokenRow } from './queries.js'

/** Makes a token that may do what its scopes say, as this person. It is shown this once. */
export async function createToken(ctx: Ctx, { name, scopes, expiresAt }: CreateToken): Promise<CreatedToken> {
  if (expiresAt && expiresAt.getTime() <= ctx.clock.now()) {
    const message = 'must be in the future'
    throw new AppError('invalid', `expiresAt: ${message}`, { details: [{ path: ['expiresAt'], message }] })
  }
  if ((await listTokenRows(ctx.db, ctx.actor.id)).length >= limits.tokensPerPerson)
    throw new AppError('conflict', `You have ${limits.tokensPerPerson} tokens. Revoke one first.`)
  const id = newId()
  const token = `${prefix}${randomBytes(32).toString('base64url')}`
  await insertToken(ctx.db, {
    id,
    user_id: ctx.actor.id,
    name,
    token_hash: hashToken(token),
    scopes: [...new Set(scopes)],
    expires_at: expiresAt ?? null,
  })
  return { id, token }
}

export async function listTokens(ctx: Ctx): Promise<TokenInfo[]> {
  const rows = await listTokenRows(ctx.db, ctx.actor.id)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  }))
}

/** Its feeds and sockets end at once. */
export async function revokeToken(ctx: Ctx, { id }: RevokeToken): Promise<void> {
  const revoked = await revokeTokenRow(ctx.db, ctx.actor.id, id)
  if (!revoked) throw new AppError('not_found', 'You have no such token.')
  ctx.hub.revokeSession(id)
}
