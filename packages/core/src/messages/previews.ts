import { findLink } from '@parley/contract/markdown'
import { limits } from '@parley/contract/limits'
import type { GetMessage, Message } from '@parley/contract/messages'
import { may } from '@parley/contract/permissions'
import type { Tx } from '@parley/db/database'
import { requireScope } from '../auth/access.js'
import type { Ctx, Deps } from '../context.js'
import { AppError } from '../errors.js'
import { changeMessage, requireOwn, requireText, requireThere } from './change.js'
import { type MessageRow, toMessage } from './mapper.js'
import { listMessageRows } from './queries.js'
import {
  changePreview,
  deletePreview,
  fillPreview,
  findWaiting,
  insertPreviews,
  type Linking,
  removePreviewRow,
} from './queries-previews.js'
import { touchMessage } from './queries-write.js'

/** The link of a body that a preview can be made of. */
export function findPreviewable(body: string): string | null {
  const url = findLink(body)
  return url && url.length <= limits.previewUrl ? url : null
}

/** Leaves the making of previews, once `tx` is committed; `null`: this server makes none. */
export type LeavePreviews = ((tx: Tx, messageIds: string[]) => Promise<void>) | null

/** For messages that were just written, two statements in all; nothing where none has a link. */
export async function wantPreviews(tx: Tx, leave: LeavePreviews, linkings: Linking[]): Promise<void> {
  if (!leave || linkings.length === 0) return
  await insertPreviews(tx, linkings)
  await leave(
    tx,
    linkings.map(({ messageId }) => messageId),
  )
}

/** For a message that says something else now. */
export async function replacePreview(tx: Tx, leave: LeavePreviews, before: MessageRow, body: string): Promise<void> {
  const url = findPreviewable(body)
  if (url && leave) {
    if (await changePreview(tx, { messageId: before.id, url })) await leave(tx, [before.id])
  } else if (findPreviewable(before.body)) await deletePreview(tx, before.id)
}

/** The job: fetches what a message links to, and shows it as one more version of the message. */
export async function makePreview(deps: Deps, messageId: string): Promise<void> {
  const waiting = await findWaiting(deps.db, messageId)
  if (!waiting) return
  const { url, room_id: roomId } = waiting
  // Far from any lock: it takes as long as somebody else's server does.
  const page = await deps.previews.read(url)
  if (!page) return
  const { title, description, siteName } = page
  const written = deps.writer.write(roomId, async (tx, locked) => {
    const isFilled = await fillPreview(tx, messageId, { url, title, description, site_name: siteName })
    if (!isFilled) return { result: undefined }
    await touchMessage(tx, messageId, ++locked.version)
    const rows = await listMessageRows(tx, [messageId])
    return { result: undefined, changed: rows.map((row) => toMessage(row)) }
  })
  await written.catch((error: unknown) => {
    // The room is gone: there is nothing to show it in.
    if (!(error instanceof AppError && error.code === 'not_found')) throw error
  })
}

/** Takes away the preview of one's own message, or as a moderator of another's. It does not come back. */
export const removePreview = (ctx: Ctx, { messageId }: GetMessage): Promise<Message> =>
  changeMessage(ctx, messageId, async (tx, { message, room, version }) => {
    requireText(message)
    requireThere(message)
    if (!may(room.role, 'deleteOthers')) requireOwn(ctx, message, 'change')
    if (message.sender.id !== ctx.actor.id) requireScope(ctx, 'rooms:moderate')
    await removePreviewRow(tx, messageId)
    if (!message.preview) return null
    await touchMessage(tx, messageId, version)
    return {}
  })
