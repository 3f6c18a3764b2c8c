import { Search } from 'lucide-react'
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { classNames } from '../../ui/class-names'
import { emojiGroups, searchEmoji } from './emoji'
import { moveInGroups } from './emoji-grid'

const columns = 8

/** Type to narrow, arrows to move, Enter to pick: the focus never leaves the field. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const groups = useMemo(() => (query.trim() ? [{ label: 'Found', emoji: searchEmoji(query) }] : emojiGroups), [query])
  const all = useMemo(() => groups.flatMap((group) => group.emoji), [groups])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && all[active]) {
      event.preventDefault()
      onPick(all[active].char)
      return
    }
    // With text in the field, left and right belong to its caret.
    const horizontal = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    if (!event.key.startsWith('Arrow') || (horizontal && query)) return
    event.preventDefault()
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const key = rtl && horizontal ? (event.key === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft') : event.key
    const next = moveInGroups(
      groups.map((group) => group.emoji.length),
      active,
      columns,
      key,
    )
    setActive(next)
    list.current?.querySelector(`[data-index="${next}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  let index = 0
  return (
    <div className="flex w-[328px] max-w-[calc(100vw-24px)] flex-col">
      <label className="flex items-center gap-2 border-b border-line px-3 has-[:focus-visible]:border-accent">
        <Search aria-hidden="true" className="size-4 text-fg-faint" />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={all[active] ? `${id}-${active}` : undefined}
          aria-label="Search emoji"
          placeholder={all[active]?.name ?? 'Search emoji'}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          className="h-11 min-w-0 grow bg-transparent text-message outline-none pointer-coarse:text-[16px]"
        />
      </label>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label="Emoji"
        className="h-64 overflow-y-auto overscroll-contain px-2 pb-2"
      >
        {all.length === 0 && <p className="p-4 text-center text-meta text-fg-muted">No emoji by that name</p>}
        {groups.map((group) => (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className="sticky top-0 bg-bg-raised px-1 pt-2 pb-1 text-stamp font-medium text-fg-faint">
              {group.label}
            </div>
            <div className="grid grid-cols-8">
              {group.emoji.map((emoji) => {
                const at = index++
                return (
                  <div
                    key={emoji.char}
                    id={`${id}-${at}`}
                    data-index={at}
                    role="option"
                    aria-selected={at === active}
                    aria-label={emoji.name}
                    title={emoji.name}
                    onPointerMove={() => setActive(at)}
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => onPick(emoji.char)}
                    className={classNames(
                      'flex aspect-square cursor-pointer items-center justify-center rounded-md text-[22px] leading-none select-none',
                      at === active && 'bg-fg/8',
                    )}
                  >
                    {emoji.char}
                  </div>
                )
              })}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
