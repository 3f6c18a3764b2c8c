import type { SendMessage, Sent } from '@parley/contract/messages'
import type { Ctx } from '../context.js'
import { findMentionWords } from './mention-words.js'
import { findPreviewable } from './previews.js'

/**
 * Says something in a room. Sending the same `clientId` again returns the first message, before any limit is looked
 * at. Who is not a member gets `not_found` or `forbidden`, an archived room is `conflict`, too much is `rate_limited`.
 */
export function sendMessage(ctx: Ctx, input: SendMessage): Promise<Sent> {
  const body = input.body.trim() === '' ? '' : input.body
  // Parsed before the transaction, in which others wait.
  const link = ctx.config.linkPreviews ? findPreviewable(body) : null
  const { roomId, clientId, replyToId, threadRootId, alsoToRoom, attachmentIds } = input
  const [senderId, words] = [ctx.actor.id, findMentionWords(body)]
  // One literal: spreading the input into a larger one takes 5 µs.
  return ctx.writer.send({
    roomId,
    clientId,
    body,
    replyToId,
    threadRootId,
    alsoToRoom,
    attachmentIds,
    senderId,
    words,
    link,
  })
}
