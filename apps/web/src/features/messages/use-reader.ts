import type { InboxRoom } from '@parley/contract/rooms'
import { useMemo } from 'react'
import { mayIn } from '../rooms/may'
import type { Reader } from './permissions'

/** What one may do with the messages of a room; the same object while none of it changes. */
export function useReader(room: InboxRoom, selfId: string, writable: boolean): Reader {
  const moderates = mayIn(room, 'deleteOthers') && !room.archivedAt
  const moderated = room.kind !== 'direct'
  return useMemo(() => ({ selfId, writable, moderates, moderated }), [selfId, writable, moderates, moderated])
}
