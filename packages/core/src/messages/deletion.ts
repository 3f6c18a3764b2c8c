import type { GetMessage, Message } from '@parley/contract/messages'
import { may } from '@parley/contract/permissions'
import type { Tx } from '@parley/db/database'
import { requireScope } from '../auth/access.js'
import type { Ctx } from '../context.js'
import { removeFilesOf } from '../files/access.js'
import { takeBackReactions } from '../notifications/deeds.js'
import { replaceConcerns } from './calls.js'
import { type Changed, changeMessage, requireOwn, requireText } from './change.js'
import { type MessageRow, toMessage } from './mapper.js'
import { listMessageRows } from './queries.js'
import { eraseMessage } from './queries-write.js'
import type { LockedRoom } from './writer.js'

/** Takes back one's own message, or as a moderator another's; its place stays. Deleting it again changes nothing. */
export const deleteMessage = (ctx: Ctx, { messageId }: GetMessage): Promise<Message> =>
  changeMessage(ctx, messageId, async (tx, { message, room, version }, locked) => {
    requireText(message)
    if (!may(room.role, 'deleteOthers')) requireOwn(ctx, message, 'delete')
    if (message.sender.id !== ctx.actor.id) requireScope(ctx, 'rooms:moderate')
    return message.deleted_at ? null : erase(ctx, tx, message, { version, at: locked.now })
  })

/** The same as a part of other work under the room's lock; whoever does that has asked whether they may. */
export async function takeBack(
  ctx: Ctx,
  tx: Tx,
  locked: LockedRoom,
  message: MessageRow,
): Promise<{ changed: Message[]; onCommit: () => void }> {
  if (message.deleted_at) return { changed: [], onCommit: () => {} }
  const { onCommit } = await erase(ctx, tx, message, { version: ++locked.version, at: locked.now })
  const rows = await listMessageRows(tx, [message.id])
  return { changed: rows.map((row) => toMessage(row)), onCommit }
}

async function erase(
  ctx: Ctx,
  tx: Tx,
  message: MessageRow,
  change: { version: number; at: Date },
): Promise<Required<Changed>> {
  await eraseMessage(tx, message.id, change.version)
  const hadFiles = await removeFilesOf(tx, message.id)
  const concerns = await replaceConcerns(
    ctx,
    tx,
    { ...message, reactions: null, attachments: null },
    { ...change, concerns: [], body: '' },
  )
  const tellReactions = await takeBackReactions(ctx, tx, toMessage(message))
  const onCommit = () => {
    concerns.onCommit()
    tellReactions()
    if (hadFiles) ctx.files.sweep()
  }
  return { onCommit }
}
