import type { Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { newId } from '../ids.js'
import { inboxTopic } from '../realtime/topics.js'
import { requirePerson } from '../users/access.js'
import { tellGone } from './calls.js'
import { toDeed, type Told } from './mapper.js'
import { deleteReactionNotification, deleteReactionNotifications, insertNotification } from './queries-write.js'

// What somebody does to a person. Each is written under the room's lock, and says what to tell after the commit.

type OnCommit = () => void

/** As they are called now: a socket knows them as they were when it opened. */
const readActor = (ctx: Ctx, tx: Tx) => requirePerson(tx, ctx.actor.id, 'userId')

/** Tells who wrote a message that it was reacted to. */
export async function notifyOfReaction(ctx: Ctx, tx: Tx, message: Told, emoji: string, at: Date): Promise<OnCommit> {
  const actor = await readActor(ctx, tx)
  const deed = {
    id: newId(),
    at,
    roomId: message.roomId,
    actor,
    reason: 'reaction',
    message,
    emoji,
  } as const
  await insertNotification(tx, message.sender.id, deed)
  const notification = toDeed(deed)
  return () => ctx.hub.publish(inboxTopic(message.sender.id), { type: 'notification', notification })
}

export async function takeBackReaction(ctx: Ctx, tx: Tx, message: Told, emoji: string): Promise<OnCommit> {
  const ids = await deleteReactionNotification(tx, { messageId: message.id, actorId: ctx.actor.id, emoji })
  return () => tellGone(ctx.hub, message.roomId, [inboxTopic(message.sender.id)], ids)
}

/** Of a message that is deleted nobody is told any more that it was reacted to. */
export async function takeBackReactions(ctx: Ctx, tx: Tx, message: Told): Promise<OnCommit> {
  const ids = await deleteReactionNotifications(tx, message.id)
  return () => tellGone(ctx.hub, message.roomId, [inboxTopic(message.sender.id)], ids)
}

/** Tells somebody that they were put into a room. */
export async function notifyOfAdding(ctx: Ctx, tx: Tx, roomId: string, userId: string, at: Date): Promise<OnCommit> {
  const actor = await readActor(ctx, tx)
  const deed = { id: newId(), at, roomId, actor, reason: 'added', message: null, emoji: null } as const
  await insertNotification(tx, userId, deed)
  return () => ctx.hub.publish(inboxTopic(userId), { type: 'notification', notification: toDeed(deed) })
}
