import type { Tx } from '@parley/db/database'
import type { LiveSession } from '../auth/access.js'
import { hashToken } from '../auth/tokens.js'
import type { Deps } from '../context.js'
import { toUserRef } from '../users/mapper.js'
import { findLiveToken, revokeTokenRowsOf, touchToken } from './queries.js'

/** By which people and scanners of leaked secrets know one. */
export const prefix = 'parley_'

export const isApiToken = (shown: string): boolean => shown.startsWith(prefix)

const touchMs = 60_000

/** An API token as the session it stands for; `null` when it is not known, revoked or over. */
export async function findTokenSession({ db, clock }: Deps, shown: string): Promise<LiveSession | null> {
  const now = clock.now()
  const row = await findLiveToken(db, hashToken(shown), new Date(now))
  if (!row) return null
  // Its last use is kept to the minute: a busy bot must not write with every call.
  if (now - (row.last_used_at?.getTime() ?? 0) > touchMs) await touchToken(db, row.token_id, new Date(now))
  return { id: row.token_id, expiresAt: row.expires_at, user: toUserRef(row), scopes: row.scopes }
}

/** All of the person's; returns which they were, whose feeds and sockets are to end. */
export const revokeTokensOf = (tx: Tx, userId: string) => revokeTokenRowsOf(tx, userId)
