import type { UpdateRoom } from '@parley/contract/room-administration'
import type { InboxRoom } from '@parley/contract/rooms'
import { sayDuration } from '../../app/durations'

/** What somebody is about to change of a room. */
export type Draft = Omit<UpdateRoom, 'roomId'>

/** What of a draft differs from the room as it now is; `null`: nothing. */
export function changesOf(room: InboxRoom, draft: Draft): Draft | null {
  const trimmed: Draft = {
    ...draft,
    ...(draft.name !== undefined && { name: draft.name.trim() }),
    ...(draft.topic !== undefined && { topic: draft.topic.trim() }),
  }
  const now: Draft = { ...room, name: room.name ?? '', topic: room.topic ?? '', kind: undefined }
  if (room.kind !== 'direct') now.kind = room.kind
  const changed = Object.entries(trimmed).filter(([key, value]) => now[key as keyof Draft] !== value)
  return changed.length > 0 ? Object.fromEntries(changed) : null
}

const steps = [0, 5, 10, 30, 60, 5 * 60, 15 * 60, 3_600, 6 * 3_600]

/** What slow mode can be set to; a value that another program has set is among it. */
export const slowModes = (current: number) =>
  [...new Set([...steps, current])]
    .toSorted((a, b) => a - b)
    .map((seconds) => ({ value: seconds, label: seconds === 0 ? 'Off' : `One message every ${sayDuration(seconds)}` }))
