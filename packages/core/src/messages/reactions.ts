import type { ListReactions, ReactionPage } from '@parley/contract/reactions'
import type { Ctx } from '../context.js'
import { readCursor, toCursor } from '../cursor.js'
import { toUserRef } from '../users/mapper.js'
import { requireMessage } from './access.js'
import { listReactionRows } from './queries-reactions.js'

/** Who reacted to a message and with what, page by page. */
export async function listReactions(ctx: Ctx, input: ListReactions): Promise<ReactionPage> {
  const { messageId, emoji, cursor, limit } = input
  await requireMessage(ctx.db, messageId, ctx.actor.id)
  // A reaction has the version of the change that it was.
  const [after] = cursor ? readCursor(cursor, ['version']) : [0]
  const rows = await listReactionRows(ctx.db, { messageId, emoji, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({ emoji: row.emoji, user: toUserRef(row) })),
    nextCursor: rows.length > limit && last ? toCursor([last.version]) : null,
  }
}
