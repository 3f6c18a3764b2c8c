import type { InboxRoom, Room } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'

/** What a room is called: its name, or for a direct conversation the people in it. */
export function roomTitle(room: Room & Pick<InboxRoom, 'members'>): string {
  if (room.kind !== 'direct') return room.name ?? 'Unnamed room'
  const names = room.members?.map((member) => member.displayName) ?? []
  return names.length > 0 ? names.join(', ') : 'Just you'
}

/** The other person of a conversation between two. */
export function counterpartOf(room: InboxRoom): UserRef | null {
  return room.kind === 'direct' && room.members?.length === 1 ? room.members[0]! : null
}
