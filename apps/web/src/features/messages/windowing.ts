/** Where each row starts, in px from the top of the first one; one more than there are rows. */
export type Offsets = Float64Array

/** Rows `from` to `to` (exclusive). */
export interface Range {
  from: number
  to: number
}

/** Sums the heights: measured where known, estimated elsewhere. */
export function toOffsets(count: number, heightOf: (index: number) => number): Offsets {
  const offsets = new Float64Array(count + 1)
  for (let i = 0; i < count; i++) offsets[i + 1] = offsets[i]! + heightOf(i)
  return offsets
}

/** The row that covers `y`; the nearest one when nothing does. */
export function rowAt(offsets: Offsets, y: number): number {
  let low = 0
  let high = offsets.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offsets[middle]! <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

/** The rows worth having in the document: those in view and `margin` px either side. */
export function rangeAround(offsets: Offsets, top: number, height: number, margin: number): Range {
  const count = offsets.length - 1
  if (count === 0) return { from: 0, to: 0 }
  return { from: rowAt(offsets, top - margin), to: Math.min(count, rowAt(offsets, top + height + margin) + 1) }
}

/**
 * Whether `range` still covers the view with `slack` px to spare. Replacing it only then keeps a scroll from
 * rendering on every frame.
 */
export function covers(range: Range, offsets: Offsets, top: number, height: number, slack: number): boolean {
  const needed = rangeAround(offsets, top, height, slack)
  return range.from <= needed.from && range.to >= needed.to
}
