import { useEffect, useRef, type RefObject } from 'react'
import type { Row } from './rows'

/** The message that is edited; another object each time that somebody asks for it. */
export interface Editing {
  key: string
  takesFocus: boolean
  /** Where one goes on once it is done. */
  backTo: 'message' | 'composer'
}

interface Options {
  rows: readonly Row[]
  content: RefObject<HTMLElement | null>
  /** Brings a row into the document that is not. */
  reveal: (row: Row) => void
}

/** Goes to the box of an edit once, when it was asked for: not each time that its row is scrolled back into view. */
export function useEditFocus(editing: Editing | null, { rows, content, reveal }: Options): void {
  const revealed = useRef<Editing>(null)
  const focused = useRef<Editing>(null)

  // After every commit: a row that had to be revealed is there with a later one.
  useEffect(() => {
    if (editing === null || focused.current === editing) return
    const area = content.current?.querySelector<HTMLTextAreaElement>(`[data-key="${CSS.escape(editing.key)}"] textarea`)
    if (area) {
      focused.current = editing
      if (editing.takesFocus) goTo(area)
    } else if (revealed.current !== editing) {
      revealed.current = editing
      const row = rows.find(({ key }) => key === editing.key)
      if (row) reveal(row)
    }
  })
}

function goTo(area: HTMLTextAreaElement): void {
  area.focus({ preventScroll: true })
  area.setSelectionRange(area.value.length, area.value.length)
  area.scrollIntoView({ block: 'nearest' })
}
