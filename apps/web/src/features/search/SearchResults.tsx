import { useInbox } from '@parley/client/react'
import type { FoundMessage } from '@parley/contract/search'
import { useEffect, useMemo, useRef, useState, type FocusEvent } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { VisuallyHidden } from '../../ui/VisuallyHidden'
import { dayLabel } from '../messages/days'
import { NotificationsSkeleton } from '../notifications/NotificationsSkeleton'
import { FoundRow } from './FoundRow'
import { askedOf } from './search-query'
import { problemOf, useSearch } from './use-search'

/** What was found, day by day; more of it comes as one goes down. */
export function SearchResults({ text, onOpen }: { text: string; onOpen: () => void }) {
  const { items, asked, status, error, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } =
    useSearch(askedOf(text))
  const { rooms } = useInbox()
  const roomsById = useMemo(() => new Map(rooms.map((room) => [room.id, room])), [rooms])
  const [reached, setReached] = useState<string | null>(null)
  const tabbableId = items.some(({ message }) => message.id === reached) ? reached : items[0]?.message.id
  const more = useNearEnd(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  })
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const id = target.dataset['found']
    if (id) setReached(id)
  }

  if (!asked) return null
  if (status === 'pending') return <NotificationsSkeleton label="Searching" />
  // Of a page that failed, what was found before stays; its button tries again.
  if (status === 'error' && items.length === 0) return <Failure error={error} onRetry={() => void refetch()} />
  if (items.length === 0)
    return (
      <>
        <EmptyState title="Nothing found">Try fewer words, or the beginning of one with a * after it.</EmptyState>
        <VisuallyHidden role="status">Nothing found</VisuallyHidden>
      </>
    )
  return (
    <nav aria-label="Found messages" aria-busy={isFetching} onFocus={onFocus} className="px-2 pb-4">
      {byDay(items).map(([day, found]) => (
        <section key={day} aria-label={day}>
          <h3 className="px-2 pt-4 pb-1 text-stamp font-medium text-fg-faint">{day}</h3>
          <ul>
            {found.map((one) => (
              <FoundRow
                key={one.message.id}
                found={one}
                room={roomsById.get(one.message.roomId)}
                tabbable={one.message.id === tabbableId}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <div ref={more} className="flex justify-center pt-2">
          <Button size="sm" look="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      <VisuallyHidden role="status">
        {`${items.length}${hasNextPage ? ' or more' : ''} ${items.length === 1 ? 'message' : 'messages'} found`}
      </VisuallyHidden>
    </nav>
  )
}

function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = problemOf(error)
  if (problem === null)
    return (
      <ErrorState title="Couldn't search" onRetry={onRetry}>
        {describeError(error)}
      </ErrorState>
    )
  return (
    <p role="alert" className="px-4 py-4 text-meta text-danger">
      {problem}.
    </p>
  )
}

/** In the order in which they come: a better match may stand a day before a newer one. */
function byDay(items: readonly FoundMessage[]): [day: string, found: FoundMessage[]][] {
  const now = new Date()
  const days = new Map<string, FoundMessage[]>()
  for (const one of items) {
    const day = dayLabel(one.message.createdAt, now)
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days]
}

/** Calls when the element comes near what is seen. */
function useNearEnd(arrive: () => void) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const latest = useRef(arrive)
  useEffect(() => {
    latest.current = arrive
  })
  useEffect(() => {
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '400px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return setElement
}
