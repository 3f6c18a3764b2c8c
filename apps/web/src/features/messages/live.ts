import type { Entry } from '@parley/client'

/** What was there when one last looked at the entries. */
export interface Known {
  /** Of the newest message, 0 before there is one. */
  seq: number
  /** Whether the end of what was loaded was the end of the room. */
  atEnd: boolean
}

export const newestSeq = (entries: readonly Entry[]): number =>
  entries.findLast((entry) => entry.state === 'sent')?.message.seq ?? 0

/** The `seq` after which all there is has only now been said. What came with a page is history, the last one too. */
export function liveAfter(before: Known | null, now: Known): number {
  return before?.atEnd && now.atEnd ? before.seq : now.seq
}

/** The `seq` of the first message of somebody else after `after`. */
export function findMissed(entries: readonly Entry[], after: number, selfId: string): number | null {
  const isMissed = ({ state, message }: Entry) =>
    state === 'sent' && message.seq > after && message.sender.id !== selfId
  return entries.find(isMissed)?.message.seq ?? null
}
