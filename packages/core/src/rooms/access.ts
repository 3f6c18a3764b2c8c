import { type Act, listRolesThatMay, may, outranks } from '@parley/contract/permissions'
import type { Role } from '@parley/contract/rooms'
import type { Db, Tx } from '@parley/db/database'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import type { RoomAccessRow } from './mapper.js'
import { findRoomFor, listMembershipsOf, listReadable, listRoomIdsOf } from './queries.js'
import { findBan, findRole, listMembersOfRoles } from './queries-members.js'

type Nullable = 'muted_until' | 'name' | 'topic' | 'archived_at'

/** A room that its reader is a member of. */
export type MemberRoom = {
  [K in keyof RoomAccessRow]: K extends Nullable ? RoomAccessRow[K] : NonNullable<RoomAccessRow[K]>
}

export const noSuchRoom = () => new AppError('not_found', 'This room does not exist.')

export const notJoined = () => new AppError('forbidden', 'Join this room first.')

/** The room, if the person may know of it: its members may, and everybody of a public one. */
export async function requireRoom(db: Db | Tx, roomId: string, userId: string): Promise<RoomAccessRow> {
  return knowable(await findRoomFor(db, roomId, userId))
}

function knowable(room: RoomAccessRow | undefined): RoomAccessRow {
  if (!room || (room.role === null && room.kind !== 'public')) throw noSuchRoom()
  return room
}

/** The room, if the person is a member of it. A private room does not exist for who is not; a public one is closed. */
export async function requireMember(db: Db | Tx, roomId: string, userId: string): Promise<MemberRoom> {
  return joined(await requireRoom(db, roomId, userId))
}

/** The same for who opens a feed, read together with all who do so at the same time. */
export async function requireListener(ctx: Ctx, roomId: string): Promise<MemberRoom> {
  return joined(knowable(await ctx.reads.room({ roomId, userId: ctx.actor.id })))
}

function joined(room: RoomAccessRow): MemberRoom {
  if (room.role === null) throw notJoined()
  return room as MemberRoom
}

/** The room, if the person's role there allows the act. The people of a direct room have no roles. */
export async function requireAct(db: Db | Tx, roomId: string, userId: string, act: Act): Promise<MemberRoom> {
  const room = await requireMember(db, roomId, userId)
  if (room.kind === 'direct') throw new AppError('conflict', 'This is not for direct conversations.')
  if (!may(room.role, act)) throw new AppError('forbidden', 'Your role in this room does not allow this.')
  return room
}

/** The role of somebody whom the person may act on: a member who stands below them. */
export async function requireBelow(tx: Tx, room: MemberRoom, userId: string): Promise<Role> {
  const role = await requireMembership(tx, room.id, userId)
  if (!outranks(room.role, role)) throw new AppError('forbidden', 'This person’s role is not below yours.')
  return role
}

export async function requireMembership(tx: Tx, roomId: string, userId: string): Promise<Role> {
  const role = await findRole(tx, roomId, userId)
  if (!role) throw new AppError('not_found', 'This person is not in the room.')
  return role
}

export const isMember = async (tx: Tx, roomId: string, userId: string): Promise<boolean> =>
  (await findRole(tx, roomId, userId)) !== undefined

export async function requireNotBanned(db: Db | Tx, roomId: string, userId: string): Promise<void> {
  if (await findBan(db, roomId, userId)) throw new AppError('forbidden', 'This person is banned from the room.')
}

/** The members whose role allows the act. */
export const listThoseWhoMay = (tx: Tx, roomId: string, act: Act): Promise<string[]> =>
  listMembersOfRoles(tx, roomId, listRolesThatMay(act))

/** The rooms whose members may be told what somebody is up to: those they are in. */
export const listJoinedRooms = (db: Db, userId: string): Promise<string[]> => listRoomIdsOf(db, userId)

/** The rooms whose messages the person may read, and each one's first message that they may see. */
export const listReadableRooms = (db: Db | Tx, userId: string) => listReadable(db, userId)

/** The same for many people at once, with how many members each room has. */
export async function listRoomsOfAll(
  db: Db,
  userIds: string[],
): Promise<Map<string, { id: string; memberCount: number }[]>> {
  const rooms = new Map<string, { id: string; memberCount: number }[]>()
  for (const { user_id, room_id, member_count } of await listMembershipsOf(db, userIds)) {
    const known = rooms.get(user_id) ?? []
    known.push({ id: room_id, memberCount: member_count })
    rooms.set(user_id, known)
  }
  return rooms
}
