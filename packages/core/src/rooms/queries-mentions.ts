import { limits } from '@parley/contract/limits'
import { type RawBuilder, sql } from 'kysely'

/**
 * Where a member, joined as `me`, is called by a message of the room that they have not read: the newest 1,000 places,
 * ascending. What calls everybody is one row without a person, which does not call who wrote it.
 */
export const unreadMentions = (roomId: RawBuilder<unknown>) =>
  sql<number[]>`array(
    select seq from (
      select n.seq from mentions n
      where n.room_id = ${roomId} and n.user_id = me.user_id and n.reason = 'mention' and n.seq > me.read_seq and n.seq >= me.visible_from_seq
      union
      select n.seq from mentions n
      where n.room_id = ${roomId} and n.user_id is null and n.sender_id <> me.user_id
        and n.seq > me.read_seq and n.seq >= me.visible_from_seq
      order by seq desc limit ${sql.lit(limits.mentionsCounted)}
    ) newest order by seq)`.as('mention_seqs')
