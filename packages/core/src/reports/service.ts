import type { Page } from '@parley/contract/pages'
import type { Report, ReportMessage, ResolveReport } from '@parley/contract/reports'
import type { ListOfRoom } from '@parley/contract/room-administration'
import type { Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { readPlace, toPage } from '../cursor.js'
import { AppError } from '../errors.js'
import { newId } from '../ids.js'
import { requireMessage } from '../messages/access.js'
import { takeBack } from '../messages/deletion.js'
import { inboxTopic } from '../realtime/topics.js'
import { listThoseWhoMay, requireAct } from '../rooms/access.js'
import { administer } from '../rooms/administer.js'
import { requireReport } from './access.js'
import { toReport } from './mapper.js'
import { closeReports, countOpenReports, insertReport, listReportRows } from './queries.js'

/** Tells those who moderate the room of a message. As long as it waits, telling again changes nothing. */
export async function reportMessage(ctx: Ctx, { messageId, reason }: ReportMessage): Promise<void> {
  const { room } = await requireMessage(ctx.db, messageId, ctx.actor.id)
  await ctx.writer.write(room.id, async (tx) => {
    const { message } = await requireMessage(tx, messageId, ctx.actor.id)
    const fault =
      room.kind === 'direct'
        ? 'Nobody moderates a direct conversation.'
        : message.kind !== 'text'
          ? 'This is a note of what happened.'
          : message.deleted_at
            ? 'This message is deleted.'
            : message.sender.id === ctx.actor.id && 'This is your own message.'
    if (fault) throw new AppError('conflict', fault)
    const report = { id: newId(), room_id: room.id, message_id: messageId, reported_by: ctx.actor.id, reason }
    const isNew = await insertReport(tx, report)
    return { result: undefined, ...(isNew && { onCommit: await tellModerators(ctx, tx, room.id) }) }
  })
}

/** What waits to be decided on, the oldest first. */
export async function listReports(ctx: Ctx, { roomId, cursor, limit }: ListOfRoom): Promise<Page<Report>> {
  const room = await requireAct(ctx.db, roomId, ctx.actor.id, 'listReports')
  const reader = { userId: ctx.actor.id, visibleFrom: room.visible_from_seq }
  const rows = await listReportRows(ctx.db, { ...reader, roomId, limit: limit + 1 }, readPlace(cursor))
  return toPage(
    rows,
    limit,
    (row) => toReport(row, reader),
    (row) => [row.created_at.toISOString(), row.id],
  )
}

/** Decides on a message that was reported, for all its reports at once. Deciding the same again changes nothing. */
export async function resolveReport(ctx: Ctx, { reportId, outcome, deleteMessage }: ResolveReport): Promise<void> {
  const { room } = await requireReport(ctx.db, reportId, ctx.actor.id)
  await administer(ctx, room.id, 'resolveReport', async (tx, locked) => {
    const { report } = await requireReport(tx, reportId, ctx.actor.id)
    if (report.outcome === outcome) return { result: undefined }
    if (report.outcome) throw new AppError('conflict', 'Somebody else has decided on this already.')
    const { message } = await requireMessage(tx, report.message_id, ctx.actor.id)
    if (message.sender.id === ctx.actor.id && room.role !== 'owner')
      throw new AppError('forbidden', 'Only the owner decides on their own messages.')
    await closeReports(tx, message.id, { closedBy: ctx.actor.id, outcome, at: new Date(ctx.clock.now()) })
    const erased = deleteMessage ? await takeBack(ctx, tx, locked, message) : { changed: [], onCommit: () => {} }
    const tell = await tellModerators(ctx, tx, room.id)
    const onCommit = () => {
      erased.onCommit()
      tell()
    }
    const details = { outcome, messageId: message.id, reason: report.reason, deleted: erased.changed.length > 0 }
    return {
      result: undefined,
      changed: erased.changed,
      onCommit,
      audit: { targetId: message.sender.id, details },
    }
  })
}

/** What tells, after the commit, those who moderate the room how many reports wait. */
async function tellModerators(ctx: Ctx, tx: Tx, roomId: string): Promise<() => void> {
  const open = await countOpenReports(tx, roomId)
  const topics = (await listThoseWhoMay(tx, roomId, 'listReports')).map(inboxTopic)
  return () => ctx.hub.publish(topics, { type: 'reports', roomId, open })
}
