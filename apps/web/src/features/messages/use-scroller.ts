import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { anchorOf, endSlack, followScroll, type Anchor, type Placed } from './anchor'
import type { Row } from './rows'
import { ScrollState } from './scroll-state'
import { covers } from './windowing'

/** What the reader has before them, told after every scroll and every change of layout. */
export interface View {
  anchor: Anchor
  atEnd: boolean
  /** Newest message whose end is in view. */
  seenSeq: number
  /** Loaded but out of view, in px, above and below. */
  above: number
  below: number
}

interface Options {
  opening: Anchor
  /** Nothing newer is left to load: the end of the list is the end of the room. */
  endIsLatest: boolean
  onView: (view: View) => void
}

/** Keeps a margin of rendered rows; inside it a scroll renders nothing. */
const slack = 500

/**
 * Shows a window of `rows` in normal flow between two spacers and holds the anchor still: after every commit and every
 * resize, before paint, the scroll position is corrected by exactly what the anchor's row has moved. Positions are
 * read from the document, never from estimates, so that what is looked at cannot drift.
 */
export function useScroller(rows: readonly Row[], { opening, endIsLatest, onView }: Options) {
  const view = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [state] = useState(() => new ScrollState(opening))
  const [, render] = useReducer((count: number) => count + 1, 0)

  const offsets = state.offsetsOf(rows)
  const range = state.rangeFor(rows, offsets)
  state.range = range

  const look = useCallback(() => {
    const { placed, distanceToEnd, top } = measure(view.current!, content.current!)
    const fresh = state.offsetsOf(rows)
    if (!covers(state.range, fresh, top, state.viewHeight, slack)) render()
    onView({
      anchor: state.anchor,
      atEnd: endIsLatest && distanceToEnd <= endSlack,
      seenSeq:
        placed.findLast((row) => row.seq < Number.MAX_SAFE_INTEGER && row.bottom <= state.viewHeight + endSlack)?.seq ??
        0,
      above: view.current!.scrollTop,
      below: distanceToEnd,
    })
  }, [state, rows, endIsLatest, onView])

  const settle = useCallback(() => {
    const box = view.current!
    state.viewHeight = box.clientHeight
    for (const row of rowsIn(content.current!)) {
      state.heights.set(row.dataset['key']!, row.getBoundingClientRect().height)
    }
    // The reader may have scrolled with the event still to come: then what they scrolled to is what must be held.
    const most = box.scrollHeight - box.clientHeight
    if (state.top !== null && Math.abs(box.scrollTop - state.top) >= 1 && box.scrollTop < most - 1) {
      const { placed } = measure(box, content.current!)
      state.anchor = followScroll(state.anchor, box.scrollTop - state.top, placed)
    }
    holdAnchor(box, content.current!, state)
    state.top = box.scrollTop
    // Too near the end for the anchor to stand where it was asked to: then the end is what is looked at.
    if (endIsLatest && distanceToEnd(box) <= endSlack) state.anchor = { at: 'end' }
    look()
  }, [state, endIsLatest, look])

  useLayoutEffect(settle)

  useEffect(() => {
    // Images that load, boxes that grow, a composer that takes a line: all reach us before the frame is painted.
    const observer = new ResizeObserver(settle)
    observer.observe(view.current!)
    observer.observe(content.current!)
    return () => observer.disconnect()
  }, [settle])

  const onScroll = useCallback(() => {
    const { scrollTop } = view.current!
    // The echo of a correction of ours; what has changed since then is not the reader's doing.
    if (state.top === null || Math.abs(scrollTop - state.top) >= 1) {
      const { placed, distanceToEnd } = measure(view.current!, content.current!)
      state.anchor = anchorOf(placed, distanceToEnd, endIsLatest) ?? state.anchor
      state.top = scrollTop
    }
    look()
  }, [state, endIsLatest, look])

  /** Looks elsewhere; what is there is rendered, measured and in place before the next paint. */
  const show = useCallback(
    (anchor: Anchor) => {
      state.anchor = anchor
      state.top = null
      render()
    },
    [state],
  )

  return {
    view,
    content,
    onScroll,
    show,
    range,
    before: offsets[range.from]!,
    after: offsets[rows.length]! - offsets[range.to]!,
    viewHeight: state.viewHeight,
  }
}

const rowsIn = (content: HTMLElement) => content.querySelectorAll<HTMLElement>('[data-key]')

const distanceToEnd = (view: HTMLElement) => view.scrollHeight - view.scrollTop - view.clientHeight

function measure(view: HTMLElement, content: HTMLElement) {
  const origin = view.getBoundingClientRect().top
  const placed: Placed[] = Array.from(rowsIn(content), (row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return { key: row.dataset['key']!, seq: Number(row.dataset['seq']), top: top - origin, bottom: bottom - origin }
  })
  const first = content.querySelector('[data-rows]')!.getBoundingClientRect().top - origin
  return { placed, distanceToEnd: distanceToEnd(view), top: -first }
}

function holdAnchor(view: HTMLElement, content: HTMLElement, state: ScrollState) {
  const { anchor } = state
  if (anchor.at === 'end') {
    if (distanceToEnd(view) >= 0.5) view.scrollTop = view.scrollHeight
    return
  }
  const elements = Array.from(rowsIn(content))
  const element =
    elements.find((row) => row.dataset['key'] === anchor.key) ??
    elements.find((row) => Number(row.dataset['seq']) >= anchor.seq) ??
    elements.at(-1)
  if (!element) return
  const { top } = element.getBoundingClientRect()
  const moved = top - view.getBoundingClientRect().top - anchor.offset
  // Only when it has moved: setting it, even to itself, ends a momentum scroll on touch.
  if (Math.abs(moved) >= 0.5) view.scrollTop += moved
}
