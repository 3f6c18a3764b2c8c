import { limits } from '@parley/contract/limits'
import type { EditMessage, GetMessage, Message, ReactToMessage } from '@parley/contract/messages'
import { may } from '@parley/contract/permissions'
import type { Tx } from '@parley/db/database'
import { requireScope } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import type { LockedRoom } from './writer.js'
import type { MemberRoom } from '../rooms/access.js'
import { requireMessage } from './access.js'
import { type MessageRow, toMessage } from './mapper.js'
import { findMentionWords } from './mention-words.js'
import { callsNobody, resolveMentions, tellMentions, toMentions } from './mentions.js'
import { deleteMentions, insertMentions } from './queries-mentions.js'
import { deleteReaction, eraseMessage, insertReaction, replaceBody, touchMessage } from './queries-write.js'

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

/** Takes back one's own message, or as a moderator another's; its place stays. Deleting it again changes nothing. */
export const deleteMessage = (ctx: Ctx, { messageId }: GetMessage): Promise<Message> =>
  changeMessage(ctx, messageId, async (tx, { message, room, version }) => {
    requireText(message)
    if (!may(room.role, 'deleteOthers')) requireOwn(ctx, message, 'delete')
    if (message.sender.id !== ctx.actor.id) requireScope(ctx, 'rooms:moderate')
    if (message.deleted_at) return null
    await eraseMessage(tx, messageId, version)
    return replaceMentions(ctx, tx, message, [])
  })

/** Whom the message calls now instead of those whom it called; says what to tell of it. */
async function replaceMentions(ctx: Ctx, tx: Tx, message: MessageRow, now: (string | null)[]): Promise<Changed> {
  const called = { id: message.id, roomId: message.room_id, seq: message.seq, senderId: message.sender.id }
  const before = await deleteMentions(tx, message.id)
  await insertMentions(tx, toMentions(called, now))
  const onCommit = () => {
    tellMentions(
      ctx.hub,
      called,
      before.filter((userId) => !now.includes(userId)),
      false,
    )
    tellMentions(
      ctx.hub,
      called,
      now.filter((userId) => !before.includes(userId)),
      true,
    )
  }
  return { onCommit }
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

/** What is told of a change beside the message as it now is. */
interface Changed {
  onCommit?: () => void
}

interface Change {
  message: MessageRow
  room: MemberRoom
  /** The version that the change gets. */
  version: number
}

/** Finds the message again under the lock, lets `change` say whether it changed (`null`: no), and publishes it if so. */
async function changeMessage(
  ctx: Ctx,
  messageId: string,
  change: (tx: Tx, change: Change, locked: LockedRoom) => Promise<Changed | null>,
): Promise<Message> {
  const { room } = await requireMessage(ctx.db, messageId, ctx.actor.id)
  return ctx.writer.write(room.id, async (tx, locked) => {
    const found = await requireMessage(tx, messageId, ctx.actor.id)
    if (found.room.archived_at) throw new AppError('conflict', 'This room is archived.')
    const changed = await change(tx, { ...found, version: locked.version + 1 }, locked)
    if (changed) locked.version++
    const { message } = changed ? await requireMessage(tx, messageId, ctx.actor.id) : found
    const result = toMessage(message, found.room.visible_from_seq)
    return { result, ...changed, changed: changed ? [toMessage(message)] : [] }
  })
}

function requireOwn(ctx: Ctx, message: MessageRow, verb: string): void {
  if (message.sender.id !== ctx.actor.id) throw new AppError('forbidden', `You can ${verb} only your own messages.`)
}

function requireText(message: MessageRow): void {
  if (message.kind !== 'text') throw new AppError('conflict', 'This is a note of what happened; it stays.')
}

function requireThere(message: MessageRow): void {
  if (message.deleted_at) throw new AppError('conflict', 'This message is deleted.')
}
