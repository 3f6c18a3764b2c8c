import type { UserRef } from '@parley/contract/users'
import type { Db, Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { toUserRef } from './mapper.js'
import { findUserRow, holdStaying, listActiveIds, listIdsByUsername, listKnownIds } from './queries.js'

/** Refuses ids of nobody; `field` is where the caller gave them. */
export async function requirePeople(db: Db | Tx, ids: string[], field: string): Promise<void> {
  const known = await listKnownIds(db, ids)
  if (known.length !== ids.length) throw namesNobody(field)
}

/** The person, who is not shut out: for what they are drawn into. */
export async function requireActive(db: Db | Tx, id: string, field: string): Promise<UserRef> {
  await requireAllActive(db, [id], field)
  return requirePerson(db, id, field)
}

/** The same for many at once. */
export async function requireAllActive(db: Db | Tx, ids: string[], field: string): Promise<void> {
  const active = await listActiveIds(db, ids)
  if (active.length !== ids.length) throw namesNobody(field)
}

/** The person; `field` is where the caller gave their id. */
export async function requirePerson(db: Db | Tx, id: string, field: string): Promise<UserRef> {
  const row = await findUserRow(db, id)
  if (!row) throw namesNobody(field)
  return toUserRef(row)
}

/** The ids of those who have these names; who has none of them is left out. */
export async function findIdsByUsername(db: Db | Tx, usernames: string[]): Promise<Map<string, string>> {
  const rows = usernames.length > 0 ? await listIdsByUsername(db, usernames) : []
  return new Map(rows.map((row) => [row.username, row.id]))
}

/** Refuses who is taking themselves away. Until the transaction ends nobody begins to: they would miss what it adds. */
export async function requireStaying(tx: Tx, id: string): Promise<void> {
  if (!(await holdStaying(tx, id))) throw new AppError('forbidden', 'This account is being erased.')
}

function namesNobody(field: string): AppError {
  const message = 'names somebody who does not exist'
  return new AppError('invalid', `${field} ${message}.`, { details: [{ path: [field], message }] })
}
