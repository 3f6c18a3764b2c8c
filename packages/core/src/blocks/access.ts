import type { Db, Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { findBlockBetween } from './queries.js'

export const areBlocked = () => new AppError('forbidden', 'You and this person do not write to each other.')

/** Refuses two people one of whom has blocked the other. */
export async function requireNotBlocked(db: Db | Tx, userId: string, otherId: string): Promise<void> {
  if (await findBlockBetween(db, userId, otherId)) throw areBlocked()
}
