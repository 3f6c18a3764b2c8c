import type { InboxRoom } from '@parley/contract/rooms'
import { useId, useState, type KeyboardEvent, type RefObject } from 'react'
import { isInFence } from '../composing/fences'
import { completeMention, completeWith, mentionAt } from './mention-query'
import { shortNameAt } from './short-name-query'
import { useEmojiSuggestions } from './use-emoji-suggestions'
import { useSuggestions, type Suggestion } from './use-suggestions'

interface Options {
  room: InboxRoom | undefined
  text: string
  area: RefObject<HTMLTextAreaElement | null>
  onChange: (text: string) => void
}

/** In code nobody is called, and nothing stands for an emoji. */
const asking = (text: string, caret: number) =>
  isInFence(text, caret) ? null : (mentionAt(text, caret) ?? shortNameAt(text, caret))

/** Completes `@name` and `:emoji` in a text area: arrows choose, Enter or Tab takes, Escape lets it be. */
export function useMentions({ room, text, area, onChange }: Options) {
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  /** The place of an `@` or `:` that is to be left alone. */
  const [dismissed, setDismissed] = useState<number | null>(null)
  const person = caret === null ? null : mentionAt(text, caret)
  const asked = caret === null ? null : asking(text, caret)
  const wanted = asked && asked.start !== dismissed ? asked : null
  const people = useSuggestions(room, person && wanted ? wanted.query : null)
  const emoji = useEmojiSuggestions(!person && wanted ? wanted.query : null)
  const suggestions = person ? people : emoji
  const open = suggestions.length > 0
  const at = Math.min(active, suggestions.length - 1)

  const pick = ({ name, char }: Suggestion) => {
    if (!wanted) return
    const completed = char ? completeWith(text, wanted, char) : completeMention(text, wanted, name)
    onChange(completed.text)
    setCaret(null)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(completed.caret, completed.caret)
    })
  }
  /** Whether the key was for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
    const count = suggestions.length
    if (event.key === 'ArrowDown') setActive((at + 1) % count)
    else if (event.key === 'ArrowUp') setActive((at + count - 1) % count)
    else if (event.key === 'Enter' || event.key === 'Tab') pick(suggestions[at]!)
    else if (event.key === 'Escape') setDismissed(wanted!.start)
    else return false
    event.preventDefault()
    return true
  }

  return {
    list: { id, suggestions, active: at, pick },
    onKeyDown,
    /** While the list is open the text area is a combobox; else it is what it was. */
    areaProps: {
      onSelect: ({ currentTarget: { selectionStart, selectionEnd } }: { currentTarget: HTMLTextAreaElement }) => {
        setCaret(selectionStart === selectionEnd ? selectionStart : null)
        setActive(0)
        if (dismissed !== null && asking(text, selectionStart)?.start !== dismissed) setDismissed(null)
      },
      ...(open && {
        role: 'combobox',
        'aria-expanded': true,
        'aria-autocomplete': 'list' as const,
        'aria-controls': id,
        'aria-activedescendant': `${id}-${at}`,
      }),
    },
    close: () => setCaret(null),
  }
}
