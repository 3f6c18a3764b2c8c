import type { MessageInsert, RoomCounters } from './queries-send.js'

/** Who sends has read everything up to there: the last message of each sender in each room. */
export function lastOfEach(inserts: MessageInsert[], rooms: Map<string, RoomCounters>) {
  const mains = new Map<string, number>()
  const pointers = new Map<string, { roomId: string; userId: string; seq: number; main: number }>()
  for (const { roomId, senderId: userId, seq, mainNo } of inserts) {
    const main = mainNo ?? mains.get(roomId) ?? firstMain(inserts, rooms, roomId)
    mains.set(roomId, main)
    pointers.set(`${roomId} ${userId}`, { roomId, userId, seq, main })
  }
  return [...pointers.values()]
}

/** How many main messages the room had before this batch. */
function firstMain(inserts: MessageInsert[], rooms: Map<string, RoomCounters>, roomId: string): number {
  const added = inserts.filter((insert) => insert.roomId === roomId && insert.mainNo !== null).length
  return (rooms.get(roomId)?.last_main ?? 0) - added
}
