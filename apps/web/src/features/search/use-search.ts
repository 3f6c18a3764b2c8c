import { api } from '@parley/client/react'
import type { FoundMessage } from '@parley/contract/search'
import { useMemo } from 'react'
import { errorDataOf } from '../../app/describe-error'
import { useDelayed } from '../rooms/use-delayed'

const none: FoundMessage[] = []

/** What is found for a text, a page at a time; the last answer stays until the next one is there. */
export function useSearch(text: string) {
  const query = useDelayed(text, 200)
  const asked = query.trim() !== ''
  const found = api.messages.search.useInfiniteQuery(
    { query, limit: 25 },
    {
      enabled: asked,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: (previous) => previous,
      retry: (count, error) => count < 2 && errorDataOf(error) === null,
      staleTime: 10_000,
    },
  )
  const items = useMemo(
    () => (asked ? (found.data?.pages.flatMap((page) => page.items) ?? none) : none),
    [asked, found.data],
  )
  return { ...found, items, asked }
}

/** What is wrong with what was typed; `null`: something else is wrong. */
export function problemOf(error: unknown): string | null {
  const data = errorDataOf(error)
  if (data?.appCode !== 'invalid' || !Array.isArray(data.details)) return null
  const [first] = data.details as { message?: unknown }[]
  return typeof first?.message === 'string' ? first.message : null
}
