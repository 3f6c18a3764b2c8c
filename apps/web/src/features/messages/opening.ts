import type { Entry } from '@parley/client'
import type { Anchor } from './anchor'
import type { Place } from './place'

/** Where a room opens. `unread` puts the divider a little below the top, so that what came before gives context. */
export type Opening =
  | { at: 'end' }
  | { at: 'seq'; seq: number }
  | { at: 'unread'; seq: number }
  | { at: 'place'; key: string; seq: number; offset: number }

interface Arrival {
  /** A message that a link, a quote or a search led to. */
  atSeq: number | undefined
  place: Place | null
  /** The page was reloaded just now: whoever reads must not notice. */
  reloaded: boolean
  room: { unread: number; lastReadSeq: number; lastSeq: number }
}

/** A link wins, then the place that was left unless there is news since, then the first unread, then the end. */
export function chooseOpening({ atSeq, place, reloaded, room }: Arrival): Opening {
  if (atSeq) return { at: 'seq', seq: atSeq }
  if (place?.anchor.at === 'row' && (reloaded || room.unread === 0 || place.lastSeq >= room.lastSeq)) {
    const { key, seq, offset } = place.anchor
    return { at: 'place', key, seq, offset }
  }
  if (room.unread > 0) return { at: 'unread', seq: room.lastReadSeq + 1 }
  return { at: 'end' }
}

interface Loaded {
  entries: readonly Entry[]
  hasOlder: boolean
  hasNewer: boolean
}

/** Whether the message, or the place where it would be, is among what is loaded. */
export function holds({ entries, hasOlder, hasNewer }: Loaded, seq: number): boolean {
  const sent = entries.filter((entry) => entry.state === 'sent')
  const first = sent[0]?.message.seq ?? Infinity
  const last = sent.at(-1)?.message.seq ?? 0
  return (!hasOlder || first <= seq) && (!hasNewer || seq <= last)
}

/** How far below the top of the view one lands, in px: enough of what came before to know where one is. */
const context = 120

/** The anchor that shows it; the end when nothing is there to stand on. */
export function toAnchor(opening: Opening, entries: readonly Entry[]): Anchor {
  if (opening.at === 'end') return { at: 'end' }
  const byKey = opening.at === 'place' ? entries.find((entry) => entry.key === opening.key) : undefined
  const entry = byKey ?? entries.find(({ state, message }) => state === 'sent' && message.seq >= opening.seq)
  if (!entry) return { at: 'end' }
  const offset = opening.at === 'place' ? opening.offset : context
  return { at: 'row', key: entry.key, seq: entry.message.seq, offset }
}
