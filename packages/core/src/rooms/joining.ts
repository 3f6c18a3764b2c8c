import { mayGive } from '@parley/contract/permissions'
import type { AddMember } from '@parley/contract/room-administration'
import type { GetRoom, InboxRoom, Role } from '@parley/contract/rooms'
import type { Tx } from '@parley/db/database'
import type { Acting, Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { writeNote } from '../messages/notes.js'
import type { LockedRoom, Written } from '../messages/writer.js'
import { notifyOfAdding } from '../notifications/deeds.js'
import { tellPresence } from '../presence/service.js'
import { inboxTopic, readTopic } from '../realtime/topics.js'
import { requireActive, requireStaying } from '../users/access.js'
import { noSuchRoom, requireNotBanned, requireRoom } from './access.js'
import { administer, readInbox } from './administer.js'
import { endListening } from './departures.js'
import { deleteMember, findRole, hasOtherOwner, insertMember } from './queries-members.js'

/** Joins a public room; who is in it already just gets it. Everything said before counts as read. */
export async function joinRoom(ctx: Ctx, { roomId }: GetRoom): Promise<InboxRoom> {
  await requireRoom(ctx.db, roomId, ctx.actor.id)
  const joined = await ctx.writer.write(roomId, async (tx, locked) => {
    const { role } = await requireRoom(tx, roomId, ctx.actor.id)
    if (role !== null) return { result: await readInbox(tx, locked, ctx.actor.id) }
    if (locked.kind !== 'public') throw noSuchRoom()
    return admit(ctx, tx, locked, { userId: ctx.actor.id, role: 'member' })
  })
  await tellPresence(ctx, roomId)
  return joined
}

/** Puts somebody into the room. Who is in it already stays what they are. */
export async function addMember(ctx: Ctx, { roomId, userId, role }: AddMember): Promise<void> {
  await administer(ctx, roomId, 'addMember', async (tx, locked, room) => {
    const person = await requireActive(tx, userId, 'userId')
    if (!mayGive(room.role, role)) throw new AppError('forbidden', 'You can give only roles below yours.')
    if (await findRole(tx, roomId, userId)) return { result: undefined }
    const { changed = [], ...admitted } = await admit(ctx, tx, locked, { userId, role, added: person.displayName })
    const notify = await notifyOfAdding(ctx, tx, roomId, userId, locked.now)
    const onCommit = () => {
      admitted.onCommit?.()
      notify()
    }
    return { changed, onCommit, result: undefined, audit: { targetId: userId, details: { role } } }
  })
  await tellPresence(ctx, roomId, userId)
}

/**
 * Makes somebody a member, under the room's lock, who is none and may be one. Their inboxes get the room, and their
 * feeds its activity. Where nobody is left, who comes owns it.
 */
export async function admit(
  ctx: Acting,
  tx: Tx,
  locked: LockedRoom,
  { userId, role, added }: { userId: string; role: Role; added?: string },
): Promise<Written<InboxRoom>> {
  if (locked.archived_at) throw new AppError('conflict', 'This room is archived.')
  await requireNotBanned(tx, locked.id, userId)
  await requireStaying(tx, userId)
  const { last_seq: read_seq, last_main: read_main } = locked
  const member = await insertMember(tx, {
    room_id: locked.id,
    user_id: userId,
    role: locked.member_count === 0 ? 'owner' : role,
    read_seq,
    read_main,
    seen_seq: read_seq,
    visible_from_seq: locked.history === 'join' ? read_seq + 1 : 1,
    joined_version: locked.version + 1,
  })
  locked.member_count++
  const note = { senderId: ctx.actor.id, kind: added === undefined ? 'joined' : 'added', body: added ?? '' } as const
  const changed = locked.announces ? [await writeNote(tx, locked, note)] : []
  const room = await readInbox(tx, locked, userId)
  const onCommit = () => {
    ctx.hub.grant(userId, locked.id)
    ctx.hub.publish(inboxTopic(userId), { type: 'room', room })
    if (member?.shows_receipts) ctx.hub.publish(readTopic(locked.id), { type: 'read', userId, seq: read_seq })
    ctx.activity.touch(locked.id)
  }
  return { result: room, changed, onCommit }
}

/** Leaves; the person's feeds of the room end. Leaving a public room one is not in changes nothing. */
export async function leaveRoom(ctx: Ctx, { roomId }: GetRoom): Promise<void> {
  const { kind } = await requireRoom(ctx.db, roomId, ctx.actor.id)
  if (kind === 'direct') throw new AppError('conflict', 'A direct conversation cannot be left.')
  await ctx.writer.write(roomId, async (tx, locked) => {
    const { role: held } = await requireRoom(tx, roomId, ctx.actor.id)
    // Also where there was nobody to take out: the first try may have been committed, and its answer lost.
    if (held === null) return { result: undefined, onCommit: () => tellGone(ctx, roomId, ctx.actor.id) }
    if (held === 'owner' && locked.member_count > 1 && !(await hasOtherOwner(tx, roomId, ctx.actor.id)))
      throw new AppError('conflict', 'You are the last owner of this room. Make somebody else its owner first.')
    return dismiss(ctx, tx, locked, { userId: ctx.actor.id, kind: 'left', body: '' })
  })
}

/** Takes a member out of the room, under its lock: their feeds of it end at the commit. */
export async function dismiss(
  ctx: Acting,
  tx: Tx,
  locked: LockedRoom,
  { userId, kind, body }: { userId: string; kind: 'left' | 'removed'; body: string },
): Promise<Written<void>> {
  await deleteMember(tx, locked.id, userId)
  locked.member_count--
  locked.departures++
  const changed = locked.announces ? [await writeNote(tx, locked, { senderId: ctx.actor.id, kind, body })] : []
  return { result: undefined, changed, onCommit: () => tellGone(ctx, locked.id, userId) }
}

/**
 * Ends the person's feeds of the room and tells their inboxes. Also done where there was nobody to take out: the first
 * try may have been committed, and its answer lost.
 */
export function tellGone(ctx: Acting, roomId: string, userId: string): void {
  endListening(ctx.hub, roomId, userId)
  ctx.activity.touch(roomId)
}
