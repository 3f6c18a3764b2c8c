import type { ReactNode } from 'react'
import { describeError } from '../../app/describe-error'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { Skeleton } from '../../ui/Skeleton'

interface Props<T> {
  /** An infinite query of pages. */
  query: {
    data: { pages: { items: T[] }[] } | undefined
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
    refetch: () => unknown
  }
  /** What could not be loaded, if so. */
  failed: string
  /** What it means that there is nothing. */
  empty: string
  renderRow: (item: T) => ReactNode
}

/** Pages of rows, and what stands in their place while there are none. */
export function PagedList<T>({ query, failed, empty, renderRow }: Props<T>) {
  const items = query.data?.pages.flatMap((page) => page.items)
  if (!items && query.error) {
    return (
      <ErrorState title={failed} onRetry={() => void query.refetch()}>
        {describeError(query.error)}
      </ErrorState>
    )
  }
  if (items?.length === 0) return <EmptyState>{empty}</EmptyState>
  return (
    <ul className="px-3 py-2" aria-busy={!items}>
      {items?.map((item) => renderRow(item))}
      {!items &&
        [1, 2, 3, 4].map((place) => (
          <li key={place} className="px-2 py-2.5">
            <Skeleton className="mb-2 h-4 w-48" />
            <Skeleton className="h-3 w-28" />
          </li>
        ))}
      {query.hasNextPage && (
        <li className="flex justify-center pt-2">
          <Button size="sm" look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </li>
      )}
    </ul>
  )
}
