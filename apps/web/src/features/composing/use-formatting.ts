import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react'
import { isApple } from '../../app/platform'
import { isInFence } from './fences'
import { format, linkTo, type Format, type Replacement, type Selected } from './format'

/** Keys with Ctrl or ⌘, as every editor has them. */
const plain: Record<string, Format> = { b: 'bold', i: 'italic', k: 'link', e: 'code' }
const shifted: Record<string, Format> = { x: 'strike', c: 'code' }

/** Marks up what is selected in a text area by keys and by pasting. */
export function useFormatting(area: RefObject<HTMLTextAreaElement | null>) {
  const selected = (): Selected => {
    const { value: text, selectionStart: start, selectionEnd: end } = area.current!
    return { text, start, end }
  }
  return {
    /** Whether the key was for this. */
    onKeyDown(event: KeyboardEvent): boolean {
      // On a Mac, Ctrl moves the caret.
      if (!(isApple ? event.metaKey : event.ctrlKey) || event.altKey) return false
      const what = (event.shiftKey ? shifted : plain)[event.key.toLowerCase()]
      const now = selected()
      // ⌘K without words to link is the switcher's.
      if (!what || (what === 'link' && now.start === now.end)) return false
      event.preventDefault()
      // Else ⌘K would open it too.
      event.stopPropagation()
      replace(area.current!, format(now, what))
      return true
    },
    /** Whether what is pasted became a link of what was selected. */
    onPaste(event: ClipboardEvent): boolean {
      const now = selected()
      const link = isInFence(now.text, now.start) ? null : linkTo(event.clipboardData.getData('text/plain'), now)
      if (!link) return false
      event.preventDefault()
      replace(area.current!, link)
      return true
    },
    /** Whether Enter begins a new line here instead of sending. */
    breaks: (event: KeyboardEvent): boolean => {
      const { text, start } = selected()
      return event.shiftKey || (!event.ctrlKey && !event.metaKey && isInFence(text, start))
    },
  }
}

/** As if it were typed, so that it can be undone. */
function replace(area: HTMLTextAreaElement, { from, to, text, start, end }: Replacement): void {
  area.focus()
  area.setSelectionRange(from, to)
  const typed = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (!typed) {
    area.setRangeText(text, from, to)
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(start, end)
}
