import type { Db, Tx } from '@parley/db/database'
import { requireMessage } from '../messages/access.js'

/** The message where a thread begins, if the person may see it, of any message of the thread. */
export async function requireRoot(db: Db | Tx, messageId: string, userId: string) {
  const found = await requireMessage(db, messageId, userId)
  return found.message.thread_root_id ? requireMessage(db, found.message.thread_root_id, userId) : found
}
