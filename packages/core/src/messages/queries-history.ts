import type { Db } from '@parley/db/database'

/** What a message said before each of its edits, the oldest first. */
export const listWordings = (db: Db, messageId: string) =>
  db
    .selectFrom('message_edits')
    .select(['body', 'edited_at'])
    .where('message_id', '=', messageId)
    .orderBy('version')
    .execute()
