import type { InboxRoom } from '@parley/contract/rooms'
import { useMemo } from 'react'
import { mayIn } from '../rooms/may'
import type { Reader } from './permissions'

/** What one may do with the messages of a room, or of one of its threads; the same object while none of it changes. */
export function useReader(room: InboxRoom, selfId: string, writable: boolean, rootId: string | null): Reader {
  const moderates = mayIn(room, 'deleteOthers') && !room.archivedAt
  const moderated = room.kind !== 'direct'
  const pins = (room.kind === 'direct' || mayIn(room, 'pin')) && !room.archivedAt
  return useMemo(
    () => ({ selfId, writable, moderates, moderated, pins, rootId }),
    [selfId, writable, moderates, moderated, pins, rootId],
  )
}
