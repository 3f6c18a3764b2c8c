import type { MessageHistory } from '@parley/contract/history'
import type { GetMessage } from '@parley/contract/messages'
import type { Ctx } from '../context.js'
import { requireMessage } from './access.js'
import { listWordings } from './queries-history.js'

/** What a message has said before; of a deleted one nothing is left. */
export async function listHistory(ctx: Ctx, { messageId }: GetMessage): Promise<MessageHistory> {
  await requireMessage(ctx.db, messageId, ctx.actor.id)
  const rows = await listWordings(ctx.db, messageId)
  return rows.map((row) => ({ body: row.body, editedAt: row.edited_at }))
}
