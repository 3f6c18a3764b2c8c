import type { Tx } from '@parley/db/database'
import { revokeTokensOf } from '../api-tokens/access.js'
import type { Hub } from '../realtime/hub.js'
import { removeIdentities } from '../oidc/access.js'
import { removeSecondFactor } from '../second-factor/access.js'
import { markAddressProven } from './queries.js'
import { revokeSessionRowsOf } from './queries-sessions.js'

/** Ids of the sessions and API tokens that were revoked. */
export type Ended = string[]

/**
 * Whoever proves an address first is whose it is. Until then anybody could have registered with it and wait for the
 * owner to come: so everything that was set before, by whomever, goes: password, second factor, linked identities, tokens, sessions.
 */
export async function proveAddress(tx: Tx, userId: string): Promise<Ended> {
  await markAddressProven(tx, userId)
  await removeSecondFactor(tx, userId)
  await removeIdentities(tx, userId)
  const ended = [...(await revokeTokensOf(tx, userId)), ...(await revokeSessionRowsOf(tx, userId, null))]
  return ended.map(({ id }) => id)
}

/** Once it is committed: their feeds and sockets end. */
export function tellEnded(hub: Hub, ended: Ended): void {
  for (const id of ended) hub.revokeSession(id)
}
