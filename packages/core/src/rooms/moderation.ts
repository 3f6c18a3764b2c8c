import type { Page } from '@parley/contract/pages'
import { mayGive } from '@parley/contract/permissions'
import type {
  ActOnMember,
  AuditEntry,
  Ban,
  ListOfRoom,
  MuteMember,
  SetRole,
} from '@parley/contract/room-administration'
import type { Ctx } from '../context.js'
import { readPlace, toPage } from '../cursor.js'
import { AppError } from '../errors.js'
import { inboxTopic } from '../realtime/topics.js'
import { requirePerson } from '../users/access.js'
import { requireAct, requireBelow, requireMembership } from './access.js'
import { tellMember } from './activity.js'
import { administer, readInbox } from './administer.js'
import { dismiss, tellGone } from './joining.js'
import { toAuditEntry, toBan } from './mapper-administration.js'
import { listAuditRows, listBanRows } from './queries-administration.js'
import { countDeparture } from './queries-departures.js'
import { deleteBan, findBan, findRole, hasOtherOwner, insertBan, updateMember } from './queries-members.js'

/** Gives a member another role. An owner hands the room over by making somebody else one; somebody always owns it. */
export const setRole = (ctx: Ctx, { roomId, userId, role }: SetRole): Promise<void> =>
  administer(ctx, roomId, 'setRole', async (tx, locked, room) => {
    const held = await requireMembership(tx, roomId, userId)
    if (held === role) return { result: undefined }
    if (!mayGive(room.role, held) || !mayGive(room.role, role))
      throw new AppError('forbidden', 'You can give and take only roles below yours.')
    if (held === 'owner' && !(await hasOtherOwner(tx, roomId, userId)))
      throw new AppError('conflict', 'The last owner of a room stays its owner. Make somebody else its owner first.')
    await updateMember(tx, roomId, userId, { role })
    const changed = await readInbox(tx, locked, userId)
    const onCommit = () => {
      ctx.hub.publish(inboxTopic(userId), { type: 'room', room: changed })
      tellMember(ctx.hub, roomId, userId, { role })
    }
    return { result: undefined, onCommit, audit: { targetId: userId, details: { from: held, to: role } } }
  })

/** Takes somebody out of the room; they may come back as they came. Who is not in it stays out. */
export const removeMember = (ctx: Ctx, { roomId, userId, reason }: ActOnMember): Promise<void> =>
  administer(ctx, roomId, 'removeMember', async (tx, locked, room) => {
    const { displayName: body } = await requirePerson(tx, userId, 'userId')
    if (!(await findRole(tx, roomId, userId)))
      return { result: undefined, onCommit: () => tellGone(ctx, roomId, userId) }
    await requireBelow(tx, room, userId)
    const dismissed = await dismiss(ctx, tx, locked, { userId, kind: 'removed', body })
    return { ...dismissed, audit: { targetId: userId, details: { reason: reason ?? null } } }
  })

/** Silences a member until then, or, where that is over, gives them their voice back. */
export const muteMember = (ctx: Ctx, { roomId, userId, until, reason }: MuteMember): Promise<void> =>
  administer(ctx, roomId, 'muteMember', async (tx, locked, room) => {
    await requireBelow(tx, room, userId)
    const mutes = until.getTime() > ctx.clock.now()
    const mutedUntil = mutes ? until : null
    await updateMember(tx, roomId, userId, { muted_until: mutedUntil })
    if (mutes) await countDeparture(tx, locked)
    const changed = await readInbox(tx, locked, userId)
    const onCommit = () => {
      ctx.hub.publish(inboxTopic(userId), { type: 'room', room: changed })
      if (mutes) ctx.hub.publish(inboxTopic(userId), { type: 'muted', roomId, until })
      tellMember(ctx.hub, roomId, userId, { mutedUntil })
    }
    const details = { until: mutedUntil?.toISOString() ?? null, reason: reason ?? null }
    return { result: undefined, onCommit, audit: { targetId: userId, details } }
  })

/** Keeps somebody out, a member or not, until they are unbanned. */
export const banMember = (ctx: Ctx, { roomId, userId, reason }: ActOnMember): Promise<void> =>
  administer(ctx, roomId, 'ban', async (tx, locked, room) => {
    const { displayName: body } = await requirePerson(tx, userId, 'userId')
    const isMember = (await findRole(tx, roomId, userId)) !== undefined
    if (isMember) await requireBelow(tx, room, userId)
    if (await findBan(tx, roomId, userId)) return { result: undefined, onCommit: () => tellGone(ctx, roomId, userId) }
    await insertBan(tx, { room_id: roomId, user_id: userId, banned_by: ctx.actor.id, reason: reason ?? null })
    const dismissed = isMember && (await dismiss(ctx, tx, locked, { userId, kind: 'removed', body }))
    return { result: undefined, ...dismissed, audit: { targetId: userId, details: { reason: reason ?? null } } }
  })

export const unbanMember = (ctx: Ctx, { roomId, userId, reason }: ActOnMember): Promise<void> =>
  administer(ctx, roomId, 'unban', async (tx) => {
    const wasBanned = await deleteBan(tx, roomId, userId)
    return { result: undefined, ...(wasBanned && { audit: { targetId: userId, details: { reason: reason ?? null } } }) }
  })

export async function listBans(ctx: Ctx, { roomId, cursor, limit }: ListOfRoom): Promise<Page<Ban>> {
  await requireAct(ctx.db, roomId, ctx.actor.id, 'listBans')
  const rows = await listBanRows(ctx.db, roomId, limit + 1, readPlace(cursor))
  return toPage(rows, limit, toBan, (row) => [row.created_at.toISOString(), row.id])
}

/** What was done to the room, the newest first. */
export async function listAudit(ctx: Ctx, { roomId, cursor, limit }: ListOfRoom): Promise<Page<AuditEntry>> {
  await requireAct(ctx.db, roomId, ctx.actor.id, 'readAudit')
  const rows = await listAuditRows(ctx.db, roomId, limit + 1, readPlace(cursor))
  return toPage(rows, limit, toAuditEntry, (row) => [row.at.toISOString(), row.id])
}
