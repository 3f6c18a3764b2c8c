import { TextSearch } from 'lucide-react'
import { Avatar } from '../../ui/Avatar'
import { classNames } from '../../ui/class-names'
import { isUnread } from './attention'
import { RoomIcon } from './RoomIcon'
import { roomTitle } from './room-title'
import type { Result } from './switcher-results'

export interface SwitcherRowProps {
  id: string
  result: Result
  chosen: boolean
  onPoint: () => void
  onChoose: () => void
}

/** The pointer chooses by moving, not by lying where the list appears. */
export function SwitcherRow({ id, result, chosen, onPoint, onChoose }: SwitcherRowProps) {
  const aside = asideOf(result)
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      onPointerMove={chosen ? undefined : onPoint}
      onClick={onChoose}
      className={classNames(
        'flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 pointer-coarse:h-11',
        chosen && 'bg-fg/7',
      )}
    >
      <Icon result={result} />
      <span
        className={classNames(
          'shrink-0 truncate',
          result.type === 'search' ? 'max-w-full' : 'max-w-[70%]',
          result.type === 'room' && isUnread(result.room) && 'font-semibold',
        )}
      >
        <bdi>{nameOf(result)}</bdi>
      </span>
      {aside !== null && (
        <span className="min-w-0 grow truncate text-end text-meta text-fg-faint">
          <bdi>{aside}</bdi>
        </span>
      )}
    </div>
  )
}

function Icon({ result }: { result: Result }) {
  if (result.type === 'person') return <Avatar user={result.user} size={20} />
  if (result.type === 'search') return <TextSearch className="size-4 text-fg-muted" aria-hidden="true" />
  return <RoomIcon room={result.room} />
}

function nameOf(result: Result): string {
  if (result.type === 'search') return `Search messages for “${result.text}”`
  return result.type === 'person' ? result.user.displayName : roomTitle(result.room)
}

function asideOf(result: Result): string | null {
  if (result.type === 'search') return null
  if (result.type === 'person') return `@${result.user.username}`
  if (result.type === 'public') return result.room.topic ?? 'Public room'
  return result.room.topic
}
