import type { Role } from '@parley/contract/rooms'
import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'

// Who is in a room; what writes runs under the room's row lock.

export const findRole = async (db: Db | Tx, roomId: string, userId: string): Promise<Role | undefined> => {
  const row = await db
    .selectFrom('members')
    .select('role')
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.role
}

export const listMemberIds = async (tx: Tx, roomId: string): Promise<string[]> => {
  const rows = await tx.selectFrom('members').select('user_id').where('room_id', '=', roomId).execute()
  return rows.map((row) => row.user_id)
}

export const listMembersOfRoles = async (tx: Tx, roomId: string, roles: Role[]): Promise<string[]> => {
  const rows = await tx
    .selectFrom('members')
    .select('user_id')
    .where('room_id', '=', roomId)
    .where('role', 'in', roles)
    // Lets the index of those who run rooms be used.
    .where('role', '!=', 'member')
    .execute()
  return rows.map((row) => row.user_id)
}

export interface NewMember {
  room_id: string
  user_id: string
  role: Role
  read_seq: number
  read_main: number
  seen_seq: number
  visible_from_seq: number
  /** The first change of the room that they are there for. */
  joined_version: number
}

/** Nothing where they are one already. They have read everything so far, and are as muted as when they left. */
export async function insertMember(tx: Tx, member: NewMember): Promise<{ shows_receipts: boolean } | undefined> {
  const { room_id, user_id } = member
  const inserted = await tx
    .with('kept', (db) =>
      db.deleteFrom('room_mutes').where('room_id', '=', room_id).where('user_id', '=', user_id).returning('until'),
    )
    .insertInto('members')
    .values((eb) => ({ ...member, muted_until: eb.selectFrom('kept').select('until') }))
    .onConflict((on) => on.doNothing())
    .returning(sql<boolean>`(select u.shows_receipts from users u where u.id = user_id)`.as('shows_receipts'))
    .executeTakeFirst()
  if (inserted) await countMembers(tx, room_id, 1)
  return inserted
}

/** Whether the person was a member. */
export async function deleteMember(tx: Tx, roomId: string, userId: string): Promise<boolean> {
  await keepMute(tx, roomId, userId)
  await tx.deleteFrom('notifications').where('room_id', '=', roomId).where('user_id', '=', userId).execute()
  const result = await tx
    .deleteFrom('members')
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (result.numDeletedRows === 0n) return false
  await countMembers(tx, roomId, -1)
  return true
}

const keepMute = (tx: Tx, roomId: string, userId: string) =>
  sql`insert into room_mutes (room_id, user_id, until)
    select room_id, user_id, muted_until from members
    where room_id = ${roomId} and user_id = ${userId} and muted_until > now()
    on conflict (room_id, user_id) do update set until = excluded.until`.execute(tx)

const countMembers = (tx: Tx, roomId: string, by: 1 | -1) =>
  tx
    .updateTable('rooms')
    .set((eb) => ({
      member_count: eb('member_count', '+', by),
      ...(by < 0 && { departures: eb('departures', '+', 1) }),
    }))
    .where('id', '=', roomId)
    .execute()

export const updateMember = (
  tx: Tx | Db,
  roomId: string,
  userId: string,
  change: { role?: Role; muted_until?: Date | null; notify?: 'all' | 'mentions' | 'none'; favourite?: boolean },
) => tx.updateTable('members').set(change).where('room_id', '=', roomId).where('user_id', '=', userId).execute()

/** Whether anybody else owns the room. */
export const hasOtherOwner = async (tx: Tx, roomId: string, userId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('members')
    .select('user_id')
    .where('room_id', '=', roomId)
    .where('role', '=', 'owner')
    .where('user_id', '!=', userId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes the one owner who stands highest but for `userId`, and of these is longest there; nobody where nobody is left. */
export const promoteHeir = async (tx: Tx, roomId: string, userId: string): Promise<string | undefined> => {
  const { rows } = await sql<{ user_id: string }>`
    update members set role = 'owner' where room_id = ${roomId} and user_id = (
      select m.user_id from members m join users u on u.id = m.user_id
      where m.room_id = ${roomId} and m.user_id <> ${userId}
      order by u.disabled_at is not null, array_position(array['admin', 'moderator', 'member'], m.role), m.joined_at
      limit 1)
    returning user_id`.execute(tx)
  return rows[0]?.user_id
}

export const findBan = (db: Db | Tx, roomId: string, userId: string) =>
  db
    .selectFrom('room_bans')
    .select('created_at')
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .executeTakeFirst()

export const insertBan = (
  tx: Tx,
  ban: { room_id: string; user_id: string; banned_by: string; reason: string | null },
) =>
  tx
    .insertInto('room_bans')
    .values(ban)
    .onConflict((on) => on.doNothing())
    .execute()

/** Whether there was one. */
export const deleteBan = async (tx: Tx, roomId: string, userId: string): Promise<boolean> => {
  const result = await tx
    .deleteFrom('room_bans')
    .where('room_id', '=', roomId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
