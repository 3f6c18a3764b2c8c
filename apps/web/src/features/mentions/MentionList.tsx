import { AtSign } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Avatar } from '../../ui/Avatar'
import { classNames } from '../../ui/class-names'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import type { Suggestion } from './use-suggestions'

interface Props {
  id: string
  suggestions: Suggestion[]
  active: number
  pick: (suggestion: Suggestion) => void
}

/** Above the box that one writes in: whom the `@` may mean, or what the `:`. The focus stays in the text. */
export function MentionList({ id, suggestions, active, pick }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const count = suggestions.length
  return (
    <>
      {count > 0 && (
        <div
          ref={list}
          id={id}
          role="listbox"
          aria-label={suggestions[0]?.char ? 'Emoji' : 'People to mention'}
          className="absolute inset-x-0 bottom-full z-20 mb-1.5 max-h-72 max-w-96 overflow-y-auto rounded-lg bg-bg-raised p-1 shadow-float"
        >
          {suggestions.map((suggestion, index) => (
            <div
              key={suggestion.name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              // Taking the focus would close a phone's keyboard.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(suggestion)}
              className={classNames(
                'touch-target flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 hover:bg-fg/5',
                index === active && 'bg-fg/8',
              )}
            >
              {suggestion.user ? (
                <Avatar user={suggestion.user} size={24} />
              ) : (
                <span className="inline-flex size-6 items-center justify-center text-fg-muted" aria-hidden="true">
                  {suggestion.char ? (
                    <span className="text-title">{suggestion.char}</span>
                  ) : (
                    <AtSign className="size-4" />
                  )}
                </span>
              )}
              <Words suggestion={suggestion} />
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden role="status">
        {count > 0 && `${count} ${count === 1 ? 'suggestion' : 'suggestions'}`}
      </VisuallyHidden>
    </>
  )
}

function Words({ suggestion: { name, says, user, char } }: { suggestion: Suggestion }) {
  if (char) return <span className="min-w-0 truncate">{says}</span>
  return (
    <span className="min-w-0 truncate">
      <bdi className="font-medium">{user ? says : `@${name}`}</bdi>{' '}
      <span className="text-meta text-fg-muted">{user ? `@${name}` : says}</span>
    </span>
  )
}
