import { heightOf } from '../attachments/layout'
import { findAnchor, type Anchor } from './anchor'
import type { Row } from './rows'
import { rangeAround, toOffsets, type Offsets, type Range } from './windowing'

/** Rendered on either side of the view, in px: a flick of the wheel stays inside it for a frame or two. */
const margin = 1_200

/** What a scroll needs to remember between commits; changing it renders nothing. */
export class ScrollState {
  readonly heights = new Map<string, number>()
  anchor: Anchor
  range: Range = { from: 0, to: 0 }
  /** Of the view, in px; a guess until it was measured. */
  viewHeight = 900
  /** The scroll position as it was left, to tell whether the reader has scrolled since; `null` before the first. */
  top: number | null = null

  constructor(anchor: Anchor) {
    this.anchor = anchor
  }

  offsetsOf(rows: readonly Row[]): Offsets {
    return toOffsets(rows.length, (index) => this.heights.get(rows[index]!.key) ?? estimate(rows[index]!))
  }

  /** The rows to have in the document for the anchor to stand where it should. */
  rangeFor(rows: readonly Row[], offsets: Offsets): Range {
    return rangeAround(offsets, this.topFor(rows, offsets), this.viewHeight, margin)
  }

  private topFor(rows: readonly Row[], offsets: Offsets): number {
    const most = Math.max(0, offsets[rows.length]! - this.viewHeight)
    if (this.anchor.at === 'end' || rows.length === 0) return most
    const top = offsets[findAnchor(rows, this.anchor)]! - this.anchor.offset
    return Math.min(most, Math.max(0, top))
  }
}

/** Of a row never seen; it is measured before it comes into view, so this only shapes the scroll bar. */
function estimate({ entry, first, newDay, divider }: Row): number {
  const { body, attachments } = entry.message
  const lines = Math.ceil(body.length / 70) || (attachments.length > 0 ? 0 : 1)
  return lines * 22 + heightOf(attachments) + 4 + (first ? 34 : 0) + (newDay ? 44 : 0) + (divider ? 28 : 0)
}
