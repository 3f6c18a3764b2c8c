import type { GetUser, UserRef } from '@parley/contract/users'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { inboxTopic } from '../realtime/topics.js'
import { requirePerson } from '../users/access.js'
import { toUserRef } from '../users/mapper.js'
import { deleteBlock, insertBlock, listBlockedRows } from './queries.js'

/** Ends direct messages between the two, both ways. In other rooms it is the client that folds what they say. */
export async function blockUser(ctx: Ctx, { userId }: GetUser): Promise<void> {
  if (userId === ctx.actor.id) throw new AppError('conflict', 'You cannot block yourself.')
  const user = await requirePerson(ctx.db, userId, 'userId')
  await insertBlock(ctx.db, ctx.actor.id, userId)
  ctx.hub.publish(inboxTopic(ctx.actor.id), { type: 'block', userId, on: true, user })
}

export async function unblockUser(ctx: Ctx, { userId }: GetUser): Promise<void> {
  await deleteBlock(ctx.db, ctx.actor.id, userId)
  ctx.hub.publish(inboxTopic(ctx.actor.id), { type: 'block', userId, on: false })
}

/** Whom one has blocked, by username. */
export async function listBlocked(ctx: Ctx): Promise<UserRef[]> {
  return (await listBlockedRows(ctx.db, ctx.actor.id)).map(toUserRef)
}
