import type { InboxRoom } from '@parley/contract/rooms'

/** How many messages want this person in particular: all of a direct conversation, the mentions of a room. */
export function attentionOf(room: InboxRoom): number {
  if (room.notify === 'none') return 0
  return room.kind === 'direct' && room.notify === 'all' ? room.unread : room.mentions
}

/** Worth a look. Rooms somebody silenced are not, whatever is said in them. */
export function isUnread(room: InboxRoom): boolean {
  return room.unread > 0 && room.notify !== 'none'
}
