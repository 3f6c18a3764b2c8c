import type { Db } from '@parley/db/database'
import { userColumns } from '../users/queries.js'

/** Who reacted after the change `after` of the message, in that order; with `emoji`, only who did with it. */
export const listReactionRows = (
  db: Db,
  { messageId, emoji, after, limit }: { messageId: string; emoji: string | undefined; after: number; limit: number },
) =>
  db
    .selectFrom('reactions as r')
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .select(['r.emoji', 'r.version', ...userColumns])
    .where('r.message_id', '=', messageId)
    .where('r.version', '>', after)
    .$if(emoji !== undefined, (query) => query.where('r.emoji', '=', emoji!))
    .orderBy('r.version')
    .limit(limit)
    .execute()
