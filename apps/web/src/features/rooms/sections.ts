import type { InboxRoom } from '@parley/contract/rooms'

export interface Section {
  title: string
  rooms: InboxRoom[]
}

/** The list as it is shown: rooms, then people; within each, newest activity first, as the inbox comes. */
export function sectionsOf(rooms: readonly InboxRoom[]): Section[] {
  return [
    { title: 'Rooms', rooms: rooms.filter((room) => room.kind !== 'direct') },
    { title: 'Direct messages', rooms: rooms.filter((room) => room.kind === 'direct') },
  ].filter((section) => section.rooms.length > 0)
}
