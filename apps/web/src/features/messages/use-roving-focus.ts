import type { Entry } from '@parley/client'
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import type { MessageActions } from './actions'
import { allowedFor, type Reader } from './permissions'
import type { Row } from './rows'
import type { Range } from './windowing'

interface Options {
  rows: readonly Row[]
  /** Of them, those in the document. */
  range: Range
  content: RefObject<HTMLElement | null>
  actions: MessageActions
  reader: Reader
  /** Brings a row into the document that is not. */
  reveal: (row: Row) => void
  onEscape: () => void
  /** Down from the last one. */
  onPastEnd: () => void
}

/** One message is in the tab order; arrows go from there, and letters act on it. */
export function useRovingFocus({ rows, range, content, actions, reader, reveal, onEscape, onPastEnd }: Options) {
  const [focused, setFocused] = useState<string | null>(null)
  const current = rows.findIndex((row) => row.key === focused)
  const isThere = range.from <= current && current < range.to
  const tabbable = isThere ? focused : (rows[range.to - 1]?.key ?? null)

  const find = useCallback((key: string) => findIn(content, key), [content])

  const focusRow = useCallback(
    (row: Row | undefined) => {
      if (!row) return
      const focus = () => {
        const article = find(row.key)
        article?.focus({ preventScroll: true })
        article?.scrollIntoView({ block: 'nearest' })
      }
      // At once: the next key is for this one, however soon it comes.
      if (find(row.key)) return focus()
      reveal(row)
      // It is rendered only then.
      requestAnimationFrame(focus)
    },
    [find, reveal],
  )

  /** Whether somebody is in a message by keyboard. */
  const within = useRef(false)
  // What had the focus there may go: a box that is done, a reaction that is taken back. Then the message has it.
  useLayoutEffect(() => {
    if (!within.current || focused === null || document.activeElement !== document.body) return
    const article = find(focused)
    // Who has scrolled it away is not in it any more.
    if (article) article.focus({ preventScroll: true })
    else within.current = false
  })

  const onFocus = (event: FocusEvent) => {
    within.current = event.target.matches(':focus-visible')
    const key = event.target.closest<HTMLElement>('[data-key]')?.dataset['key']
    if (key) setFocused(key)
  }

  // Not told of what had it and is gone.
  const onBlur = () => {
    within.current = false
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement
    // Keys pressed in a toolbar, a link or an edit belong to those.
    if (target.tagName !== 'ARTICLE' || event.ctrlKey || event.metaKey || event.altKey) return
    const index = rows.findIndex((row) => row.key === target.parentElement?.dataset['key'])
    const row = rows[index]
    if (!row || !handle(event.key, row.entry, index)) return
    event.preventDefault()
  }

  function handle(key: string, entry: Entry, index: number): boolean {
    const may = allowedFor(entry, reader)
    switch (key) {
      case 'ArrowUp':
        focusRow(rows[index - 1])
        return true
      case 'ArrowDown':
        if (rows[index + 1]) focusRow(rows[index + 1])
        else onPastEnd()
        return true
      case 'Home':
        focusRow(rows[0])
        return true
      case 'End':
        focusRow(rows.at(-1))
        return true
      case 'e':
        if (may.edit) actions.edit(entry.key)
        return may.edit
      case 'r':
        if (may.respond) actions.reply(entry)
        return may.respond
      case 't':
        if (may.thread) actions.openThread(entry)
        return may.thread
      case 'p':
        if (may.pin) actions.pin(entry)
        return may.pin
      case '+':
      case '=':
      case ':':
        find(entry.key)?.querySelector<HTMLElement>('[data-action="react"]')?.click()
        return may.respond
      case 'Delete':
      case 'Backspace':
        if (may.remove) actions.remove(entry)
        return may.remove
      case 'Escape':
        onEscape()
        return true
      default:
        return false
    }
  }

  return { tabbable, onFocus, onBlur, onKeyDown, focusRow, find, within }
}

const findIn = (content: RefObject<HTMLElement | null>, key: string) =>
  content.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] > article`) ?? null
