import type { Db, Tx } from '@parley/db/database'
import { anyOf } from '../users/queries.js'

export const findDepartures = (db: Db, roomId: string) =>
  db.selectFrom('rooms').select(['id', 'departures']).where('id', '=', roomId).executeTakeFirst()

/** Of who stays a member and yet is to say nothing: what waits for the room's lock sees by it that it knows too little. */
export async function countDeparture(tx: Tx, room: { id: string; departures: number }): Promise<void> {
  room.departures++
  await tx.updateTable('rooms').set({ departures: room.departures }).where('id', '=', room.id).execute()
}

/** Which of these people are members. */
export const listMembersAmong = async (db: Db | Tx, roomId: string, userIds: string[]): Promise<string[]> => {
  const rows = await db
    .selectFrom('members')
    .select('user_id')
    .where('room_id', '=', roomId)
    .where('user_id', '=', anyOf(userIds))
    .execute()
  return rows.map((row) => row.user_id)
}
