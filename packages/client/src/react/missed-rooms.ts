import type { InboxEvent, InboxRoom } from '@parley/contract/rooms'

/** Rooms that an event told of and no loaded page of the inbox holds. */
export interface MissedRooms {
  /** Looks one up, and adds it where it is one's own; one look-up at a time for a room. */
  find: (roomId: string) => void
  /** Must be told of every event: a look-up may have read the room before it. */
  hear: (event: InboxEvent) => void
  /** Drops what is on its way. */
  forget: () => void
}

/** `add` gets a room with what happened to it while it was looked up. */
export function createMissedRooms(
  lookUp: (roomId: string) => Promise<InboxRoom>,
  add: (events: readonly InboxEvent[]) => void,
): MissedRooms {
  /** What came during each look-up, by room. */
  const meanwhile = new Map<string, InboxEvent[]>()
  return {
    find: (roomId) => void find(roomId),
    hear(event) {
      // Both know better than what is on its way.
      if (event.type === 'left') meanwhile.delete(event.roomId)
      if (event.type === 'room') meanwhile.delete(event.room.id)
      for (const [roomId, events] of meanwhile) if (concerns(event, roomId)) events.push(event)
    },
    forget: () => meanwhile.clear(),
  }

  async function find(roomId: string) {
    if (meanwhile.has(roomId)) return
    const events: InboxEvent[] = []
    meanwhile.set(roomId, events)
    // The next event of the room tries again.
    const room = await lookUp(roomId).catch(() => null)
    if (meanwhile.get(roomId) !== events) return
    meanwhile.delete(roomId)
    // Without a role one has left it.
    if (room && room.role !== null) add([{ type: 'room', room }, ...events])
  }
}

const concerns = (event: InboxEvent, roomId: string) =>
  event.type === 'user' || ('roomId' in event && event.roomId === roomId)
