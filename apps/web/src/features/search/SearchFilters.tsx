import type { InboxRoom } from '@parley/contract/rooms'
import { classNames } from '../../ui/class-names'
import { filterOf, hasFilter, toggleFilter } from './search-query'

const fixed = [
  ['From me', 'from:me'],
  ['Has a link', 'has:link'],
  ['Has a file', 'has:file'],
  ['Has a picture', 'has:image'],
  ['In a thread', 'is:thread'],
  ['Pinned', 'is:pinned'],
] as const

interface Props {
  /** The room one is in. */
  room: InboxRoom | undefined
  text: string
  onText: (text: string) => void
}

/** What narrows a search most often, to be pressed instead of typed. */
export function SearchFilters({ room, text, onText }: Props) {
  const here = room?.name ? ([[`In ${room.name}`, filterOf('in', room.name)]] as const) : []
  return (
    <div role="group" aria-label="Filters" className="flex flex-wrap gap-1.5 pt-2.5">
      {[...here, ...fixed].map(([label, filter]) => (
        <button
          key={filter}
          type="button"
          aria-pressed={hasFilter(text, filter)}
          onClick={() => onText(toggleFilter(text, filter))}
          className={classNames(
            'touch-target h-7 max-w-full truncate rounded-full border px-2.5 text-meta transition-colors',
            hasFilter(text, filter)
              ? 'border-accent bg-accent/10 font-medium text-accent'
              : 'border-line text-fg-muted hover:border-line-strong/60 hover:text-fg',
          )}
        >
          <bdi>{label}</bdi>
        </button>
      ))}
    </div>
  )
}
