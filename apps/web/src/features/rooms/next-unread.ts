import type { InboxRoom } from '@parley/contract/rooms'
import { isUnread } from './attention'
import { sectionsOf } from './sections'

/** The unread room after (`1`) or before (`-1`) the current one, as the list shows them; goes round. */
export function nextUnread(rooms: readonly InboxRoom[], currentId: string | undefined, step: 1 | -1): InboxRoom | null {
  const shown = sectionsOf(rooms).flatMap((section) => section.rooms)
  const from = shown.findIndex((room) => room.id === currentId)
  const start = from === -1 && step === -1 ? 0 : from
  for (let i = 1; i <= shown.length; i++) {
    const room = shown[(start + step * i + shown.length * 2) % shown.length]!
    if (room.id !== currentId && isUnread(room)) return room
  }
  return null
}
