import type { Entry } from '@parley/client'

/**
 * Who has read up to which message: each person stands under the last one they have read. A pointer may rest on a
 * thread reply that the list does not show, so it is the last shown at or before it. Nobody "sees" their own message.
 */
export function seenBy(
  entries: readonly Entry[],
  receipts: ReadonlyMap<string, number>,
  selfId: string,
  hasNewer: boolean,
): Map<string, string[]> {
  const last = entries.findLast((entry) => entry.state === 'sent')
  const readers = new Map<string, string[]>()
  for (const [userId, seq] of receipts) {
    if (userId === selfId) continue
    // Whoever has read past what is loaded has not stopped here.
    if (hasNewer && last && seq > last.message.seq) continue
    const entry = lastAtOrBefore(entries, seq)
    if (!entry || entry.message.sender.id === userId) continue
    const list = readers.get(entry.key)
    if (list) list.push(userId)
    else readers.set(entry.key, [userId])
  }
  return readers
}

function lastAtOrBefore(entries: readonly Entry[], seq: number): Entry | undefined {
  // Unsent ones are at the end and have no place yet.
  let high = entries.findLastIndex((entry) => entry.state === 'sent')
  if (high < 0) return undefined
  let low = 0
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (entries[middle]!.message.seq <= seq) low = middle
    else high = middle - 1
  }
  return entries[low]!.message.seq <= seq ? entries[low] : undefined
}
