import type { Entry } from '@parley/client'
import type { InboxRoom } from '@parley/contract/rooms'
import { mayIn } from '../rooms/may'

/** Until when slow mode makes one wait, as far as is known here: by one's own last message, or by a refusal. */
export function slowUntil(room: InboxRoom, entries: readonly Entry[], selfId: string, now: number): Date | null {
  if (room.slowSeconds === 0 || mayIn(room, 'skipSlow')) return null
  const slowMs = room.slowSeconds * 1_000
  let until = 0
  for (const { state, since, message, error } of entries) {
    if (message.sender.id !== selfId || message.kind !== 'text') continue
    // The server's clock may be ahead of this one: nobody waits longer than from now.
    const refusedUntil = error?.retryAt && !error.mutedUntil ? Date.parse(error.retryAt) : null
    if (refusedUntil !== null) until = Math.max(until, refusedUntil + (state === 'sending' ? slowMs : 0))
    else if (state !== 'failed') until = Math.max(until, Math.min(since, now) + slowMs)
  }
  return until > now ? new Date(until) : null
}
