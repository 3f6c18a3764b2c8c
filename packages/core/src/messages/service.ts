import { limits } from '@parley/contract/limits'
import type { EditMessage, GetMessage, Message, ReactToMessage } from '@parley/contract/messages'
import type { Db, Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { notifyOfReaction, takeBackReaction } from '../notifications/deeds.js'
import { toConcerns } from '../notifications/calls.js'
import { isMember } from '../rooms/access.js'
import { followBecauseNamed, listFollowersOf } from '../threads/access.js'
import { requireMessage } from './access.js'
import { replaceConcerns } from './calls.js'
import { changeMessage, requireOwn, requireRecent, requireText, requireThere } from './change.js'
import { type MessageRow, toMessage } from './mapper.js'
import { findMentionWords } from './mention-words.js'
import { callsNobody, resolveMentions } from './mentions.js'
import { replacePreview } from './previews.js'
import { listMessageRows } from './queries.js'
import { listConcerns } from './queries-mentions.js'
import { deleteReaction, insertReaction, replaceBody, touchMessage } from './queries-write.js'

export async function getMessage(ctx: Ctx, { messageId }: GetMessage): Promise<Message> {
  const { message, room } = await requireMessage(ctx.db, messageId, ctx.actor.id)
  return toMessage(message, room.visible_from_seq)
}

/** Messages by their ids, in any order, for who has asked whether they may be seen. */
export const readMessages = async (db: Db | Tx, ids: string[]): Promise<MessageRow[]> =>
  ids.length > 0 ? listMessageRows(db, ids) : []

/** Changes what one's own message says, and whom it calls. Saying the same again changes nothing. */
export function editMessage(ctx: Ctx, { messageId, body }: EditMessage): Promise<Message> {
  const words = findMentionWords(body)
  return changeMessage(ctx, messageId, async (tx, { message, room, version }, locked) => {
    requireText(message)
    requireOwn(ctx, message, 'edit')
    requireThere(message)
    if (message.body === body) return null
    requireRecent(ctx, message, locked.now)
    const calling = {
      roomId: room.id,
      senderId: ctx.actor.id,
      role: room.role,
      memberCount: locked.member_count,
      words,
    }
    const [called = callsNobody] = await resolveMentions(tx, [calling], ctx.presence.listOnline)
    await replacePreview(tx, ctx.leavePreviews, message, body)
    await replaceBody(tx, messageId, { body, mentions: called.mentions, audience: called.audience, version })
    const answered = await listAnswered(tx, message)
    const concerns = toConcerns(called.userIds, answered, ctx.actor.id)
    if (message.thread_root_id) await followBecauseNamed(tx, message.thread_root_id, called.mentions)
    return replaceConcerns(ctx, tx, message, { concerns, body, version, at: locked.now })
  })
}

/** Adds or takes back one's reaction; what is so already stays so. */
export const reactToMessage = (ctx: Ctx, { messageId, emoji, on }: ReactToMessage): Promise<Message> =>
  changeMessage(ctx, messageId, async (tx, { message, version }, locked) => {
    requireThere(message)
    const reaction = { message_id: messageId, user_id: ctx.actor.id, emoji }
    const known = message.reactions ?? []
    if (on && known.length >= limits.reactionsPerMessage && !known.some((one) => one.emoji === emoji))
      throw new AppError('conflict', `A message has at most ${limits.reactionsPerMessage} different reactions.`)
    const changed = on ? await insertReaction(tx, { ...reaction, version }) : await deleteReaction(tx, reaction)
    if (!changed) return null
    await touchMessage(tx, messageId, version)
    if (!on) return { onCommit: await takeBackReaction(ctx, tx, toMessage(message), emoji) }
    const toOther = message.kind === 'text' && message.sender.id !== ctx.actor.id
    if (!toOther || !(await isMember(tx, message.room_id, message.sender.id))) return {}
    return { onCommit: await notifyOfReaction(ctx, tx, toMessage(message), emoji, locked.now) }
  })

/** Who wrote what the message quotes, and of whom it concerns so far who follows its thread: to others it is no news. */
async function listAnswered(tx: Tx, { id, quote, thread_root_id }: MessageRow): Promise<string[]> {
  const quoted = quote ? [quote.sender.id] : []
  if (!thread_root_id) return quoted
  const concerned = await listConcerns(tx, id)
  const following = new Set(await listFollowersOf(tx, thread_root_id))
  const stay = concerned.flatMap(({ userId, reason }) =>
    userId && (reason === 'reply' || following.has(userId)) ? [userId] : [],
  )
  return [...quoted, ...stay]
}
