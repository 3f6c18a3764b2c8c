import type { Db, Tx } from '@parley/db/database'
import { revokeTokensOf } from '../api-tokens/access.js'
import { AppError } from '../errors.js'
import { findPersonByLogin } from '../users/service.js'
import type { Ended } from './proof.js'
import { setDisabled } from './queries.js'
import { revokeSessionRowsOf } from './queries-sessions.js'

/**
 * Shuts somebody out: no log-in, no session, no API token. What they said stays. Serving processes end their feeds and
 * sockets within a second of the commit. Letting them in again brings no session and no token back.
 */
export async function disablePerson(db: Db, login: string): Promise<void> {
  const id = await requireLogin(db, login)
  await db.transaction().execute((tx) => shutOut(tx, id))
}

/** The same in a transaction; says what ended. */
export async function shutOut(tx: Tx, userId: string): Promise<Ended> {
  await setDisabled(tx, userId, new Date())
  const ended = [...(await revokeSessionRowsOf(tx, userId, null)), ...(await revokeTokensOf(tx, userId))]
  return ended.map(({ id }) => id)
}

export const enablePerson = async (db: Db, login: string): Promise<void> => {
  await setDisabled(db, await requireLogin(db, login), null)
}

/** The id of whoever has this username or e-mail address. */
async function requireLogin(db: Db, login: string): Promise<string> {
  const found = await findPersonByLogin(db, login.toLowerCase())
  if (!found) throw new AppError('not_found', `Nobody here is called ${login}.`)
  return found.id
}
