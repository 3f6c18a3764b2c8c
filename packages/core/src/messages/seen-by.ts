import { limits } from '@parley/contract/limits'
import type { GetMessage, SeenBy } from '@parley/contract/messages'
import type { Ctx } from '../context.js'
import { toUserRef } from '../users/mapper.js'
import { requireMessage } from './access.js'
import { countSeen, listSeen } from './queries-seen.js'

/** Who has read a message, of those who let it be seen; in a large room only how many. */
export async function listSeenBy(ctx: Ctx, { messageId }: GetMessage): Promise<SeenBy> {
  const { message, room } = await requireMessage(ctx.db, messageId, ctx.actor.id)
  if (room.member_count > limits.seenByMembers) return { users: [], count: await countSeen(ctx.db, message) }
  const rows = await listSeen(ctx.db, message)
  return { users: rows.map(toUserRef), count: rows.length }
}
