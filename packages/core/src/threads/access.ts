import type { Tx } from '@parley/db/database'
import { followFromNow, listFollowerIds } from './queries-write.js'

/** Whom an edit names in a thread follows it from then on. */
export async function followBecauseNamed(tx: Tx, rootId: string, userIds: string[]): Promise<void> {
  if (userIds.length > 0) await followFromNow(tx, rootId, userIds)
}

/** Who follows a thread, whether they are in the room or not. */
export const listFollowersOf = (tx: Tx, rootId: string): Promise<string[]> => listFollowerIds(tx, rootId)
