import { useInbox, usePresence } from '@parley/client/react'
import { limits } from '@parley/contract/limits'
import { useParams } from '@tanstack/react-router'
import { useMemo, type KeyboardEvent } from 'react'
import { MoreRooms } from './MoreRooms'
import { RoomListEmpty } from './RoomListEmpty'
import { RoomListSkeleton } from './RoomListSkeleton'
import { RoomRow } from './RoomRow'
import { counterpartOf } from './room-title'
import { sectionsOf } from './sections'

export function RoomList() {
  const { rooms, status, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInbox()
  const { roomId } = useParams({ strict: false })
  const sections = useMemo(() => sectionsOf(rooms), [rooms])
  const people = useMemo(() => {
    const ids = rooms.flatMap((room) => counterpartOf(room)?.id ?? [])
    return { userIds: [...new Set(ids)].slice(0, limits.presenceIds) }
  }, [rooms])
  const presence = usePresence(people)

  if (rooms.length === 0) {
    if (status === 'pending') return <RoomListSkeleton />
    return <RoomListEmpty failed={status === 'error'} onRetry={refetch} />
  }

  const shown = sections.flatMap((section) => section.rooms)
  const tabbableId = shown.some((room) => room.id === roomId) ? roomId : shown[0]?.id
  return (
    <nav aria-label="Rooms" onKeyDown={moveFocus} className="pb-3">
      {sections.map((section) => (
        <section key={section.title} aria-label={section.title} className="px-2 pt-4 first:pt-2">
          <h2 className="px-2 pb-1 text-stamp font-medium text-fg-faint">{section.title}</h2>
          <ul className="flex flex-col gap-px">
            {section.rooms.map((room) => {
              const person = counterpartOf(room)
              return (
                <RoomRow
                  key={room.id}
                  room={room}
                  active={room.id === roomId}
                  tabbable={room.id === tabbableId}
                  presence={person ? (presence.get(person.id)?.status ?? 'offline') : undefined}
                />
              )
            })}
          </ul>
        </section>
      ))}
      {hasNextPage && !isFetchingNextPage && <MoreRooms onNear={fetchNextPage} />}
    </nav>
  )
}

/** Arrows walk the rows across sections, Enter follows the link as links do. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-room-row]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus()
}
