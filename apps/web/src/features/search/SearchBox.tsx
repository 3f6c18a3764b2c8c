import { CircleUser, Search, X } from 'lucide-react'
import { useId, useState, type KeyboardEvent, type Ref } from 'react'
import { limits } from '@parley/contract/limits'
import { Avatar } from '../../ui/Avatar'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/IconButton'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { isOfInputMethod } from '../composing/is-of-input-method'
import { RoomIcon } from '../rooms/RoomIcon'
import { complete, findUnfinished } from './search-query'
import { type Completion, useCompletions } from './use-completions'

interface Props {
  ref: Ref<HTMLInputElement>
  text: string
  onText: (text: string) => void
  /** Down, where nothing is suggested. */
  onLeave: () => void
}

/** What one looks for; whom and where is suggested under it. */
export function SearchBox({ ref, text, onText, onLeave }: Props) {
  const listId = useId()
  const [at, setAt] = useState(0)
  const unfinished = findUnfinished(text)
  const completions = useCompletions(unfinished)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const shown = dismissed === text ? [] : completions
  const chosen = Math.min(at, shown.length - 1)

  function pick(one: Completion | undefined): void {
    if (unfinished && one) onText(complete(text, unfinished, one.value))
    setAt(0)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isOfInputMethod(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && shown.length > 0) setAt((chosen + step + shown.length) % shown.length)
    else if (event.key === 'ArrowDown') onLeave()
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && shown.length > 0)
      pick(shown[chosen])
    // A value that nothing was suggested for is said to be finished.
    else if (event.key === 'Enter' && unfinished) onText(`${text} `)
    else if (event.key === 'Escape' && shown.length > 0) setDismissed(text)
    else return
    event.preventDefault()
  }

  return (
    <div className="relative">
      <Search
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-fg-faint"
        aria-hidden="true"
      />
      <input
        ref={ref}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown[chosen] ? `${listId}-${chosen}` : undefined}
        aria-label="Search messages"
        placeholder="Search messages"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        maxLength={limits.messageQuery}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="touch-target h-9 w-full rounded-md border border-line-strong bg-bg-raised ps-9 pe-9 text-message focus-visible:outline-offset-0 pointer-coarse:text-[16px]"
      />
      {text !== '' && (
        <span className="absolute end-1 top-1/2 -translate-y-1/2">
          <IconButton size={28} label="Clear" icon={<X />} onClick={() => onText('')} />
        </span>
      )}
      <div
        id={listId}
        role="listbox"
        aria-label={unfinished?.operator === 'from' ? 'People' : 'Rooms'}
        hidden={shown.length === 0}
        className="absolute inset-x-0 top-full z-20 mt-1 rounded-lg bg-bg-raised p-1 shadow-float"
      >
        {shown.map((one, index) => (
          <div
            key={one.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={index === chosen ? undefined : () => setAt(index)}
            onClick={() => pick(one)}
            className={classNames(
              'touch-target flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2',
              index === chosen && 'bg-fg/7',
            )}
          >
            <CompletionLine completion={one} />
          </div>
        ))}
      </div>
      <VisuallyHidden role="status">
        {shown.length > 0 && `${shown.length} ${shown.length === 1 ? 'suggestion' : 'suggestions'}`}
      </VisuallyHidden>
    </div>
  )
}

function CompletionLine({ completion }: { completion: Completion }) {
  if (completion.type === 'room')
    return (
      <>
        <RoomIcon room={completion.room} />
        <bdi className="min-w-0 truncate">{completion.value}</bdi>
      </>
    )
  const person = completion.type === 'person' ? completion.user : null
  return (
    <>
      {person ? <Avatar user={person} size={20} /> : <CircleUser className="size-5 text-fg-muted" aria-hidden="true" />}
      <bdi className="min-w-0 truncate">{person ? person.displayName : 'Me'}</bdi>
      {person && <span className="min-w-0 grow truncate text-end text-meta text-fg-faint">@{person.username}</span>}
    </>
  )
}
