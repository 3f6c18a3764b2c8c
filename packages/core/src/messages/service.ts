import { limits } from '@parley/contract/limits'
import type { EditMessage, GetMessage, Message, ReactToMessage } from '@parley/contract/messages'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { requireMessage } from './access.js'
import { replaceMentions } from './calls.js'
import { changeMessage, requireOwn, requireText, requireThere } from './change.js'
import { toMessage } from './mapper.js'
import { findMentionWords } from './mention-words.js'
import { callsNobody, resolveMentions } from './mentions.js'
import { deleteReaction, insertReaction, replaceBody, touchMessage } from './queries-write.js'

export async function getMessage(ctx: Ctx, { messageId }: GetMessage): Promise<Message> {
  const { message, room } = await requireMessage(ctx.db, messageId, ctx.actor.id)
  return toMessage(message, room.visible_from_seq)
}

/** Changes what one's own message says, and whom it calls. Saying the same again changes nothing. */
export function editMessage(ctx: Ctx, { messageId, body }: EditMessage): Promise<Message> {
  const words = findMentionWords(body)
  return changeMessage(ctx, messageId, async (tx, { message, room, version }, locked) => {
    requireText(message)
    requireOwn(ctx, message, 'edit')
    requireThere(message)
    if (message.body === body) return null
    const calling = {
      roomId: room.id,
      senderId: ctx.actor.id,
      role: room.role,
      memberCount: locked.member_count,
      words,
    }
    const [called = callsNobody] = await resolveMentions(tx, [calling], ctx.presence.listOnline)
    await replaceBody(tx, messageId, { body, mentions: called.mentions, audience: called.audience, version })
    return replaceMentions(ctx, tx, message, called.userIds)
  })
}

/** Adds or takes back one's reaction; what is so already stays so. */
export const reactToMessage = (ctx: Ctx, { messageId, emoji, on }: ReactToMessage): Promise<Message> =>
  changeMessage(ctx, messageId, async (tx, { message, version }) => {
    requireThere(message)
    const reaction = { message_id: messageId, user_id: ctx.actor.id, emoji }
    const known = message.reactions ?? []
    if (on && known.length >= limits.reactionsPerMessage && !known.some((one) => one.emoji === emoji))
      throw new AppError('conflict', `A message has at most ${limits.reactionsPerMessage} different reactions.`)
    const changed = on ? await insertReaction(tx, { ...reaction, version }) : await deleteReaction(tx, reaction)
    if (!changed) return null
    await touchMessage(tx, messageId, version)
    return {}
  })
