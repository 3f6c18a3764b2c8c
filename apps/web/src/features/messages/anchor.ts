/**
 * What the reader is looking at, and so what must not move. `row`: that row's top is `offset` px below the top of the
 * view. `seq` finds the nearest survivor when the row itself is gone (a reset, a trimmed page).
 */
export type Anchor = { at: 'end' } | { at: 'row'; key: string; seq: number; offset: number }

/** A row in the document, measured from the top of the view. */
export interface Placed {
  key: string
  seq: number
  top: number
  bottom: number
}

/** Closer to the end than this is at the end; fractional zoom levels never reach 0. */
export const endSlack = 8

/** The first row that is at least partly in view: everything the eye rests on hangs below it. */
export function anchorOf(placed: readonly Placed[], distanceToEnd: number, endIsLatest: boolean): Anchor | null {
  if (endIsLatest && distanceToEnd <= endSlack) return { at: 'end' }
  const row = placed.find((candidate) => candidate.bottom > 0) ?? placed.at(-1)
  return row ? { at: 'row', key: row.key, seq: row.seq, offset: row.top } : null
}

/** Where the anchor's row is now; the nearest later one, else the last, when it is gone. */
export function findAnchor(
  rows: readonly { key: string; entry: { message: { seq: number } } }[],
  anchor: { key: string; seq: number },
): number {
  const exact = rows.findIndex((row) => row.key === anchor.key)
  if (exact >= 0) return exact
  const nearest = rows.findIndex((row) => row.entry.message.seq >= anchor.seq)
  return nearest >= 0 ? nearest : rows.length - 1
}

/** The anchor after the reader has scrolled by `delta` px and before anything was measured anew. */
export function followScroll(anchor: Anchor, delta: number, placed: readonly Placed[]): Anchor {
  if (anchor.at === 'row') return { ...anchor, offset: anchor.offset - delta }
  return anchorOf(placed, Infinity, false) ?? anchor
}
