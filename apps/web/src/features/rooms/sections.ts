import type { InboxRoom } from '@parley/contract/rooms'

export interface Section {
  title: string
  rooms: InboxRoom[]
}

/** The list as it is shown: favourites, rooms, people; within each, newest activity first, as the inbox comes. */
export function sectionsOf(rooms: readonly InboxRoom[]): Section[] {
  const others = rooms.filter((room) => !room.favourite)
  return [
    { title: 'Favourites', rooms: rooms.filter((room) => room.favourite) },
    { title: 'Rooms', rooms: others.filter((room) => room.kind !== 'direct') },
    { title: 'Direct messages', rooms: others.filter((room) => room.kind === 'direct') },
  ].filter((section) => section.rooms.length > 0)
}
