import { limits } from '@parley/contract/limits'
import type { Db } from '@parley/db/database'

/** What a message said before each of its last edits, the oldest first. */
export const listWordings = async (db: Db, messageId: string) => {
  const rows = await db
    .selectFrom('message_edits')
    .select(['body', 'edited_at'])
    .where('message_id', '=', messageId)
    .orderBy('version', 'desc')
    .limit(limits.wordings)
    .execute()
  return rows.toReversed()
}
