import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** Answers of queries that events keep up to date. */
export interface KeptQueries {
  /** Changes what the queries of this key hold, and again the answer of those that are fetching: it may be older. */
  change: <T>(queryKey: QueryKey, change: (held: T, queryKey: QueryKey) => T) => void
  /** Returns what ends it. */
  start: () => () => void
}

export function createKeptQueries(queryClient: QueryClient): KeptQueries {
  const cache = queryClient.getQueryCache()
  /** Changes since the running fetch of a query began, by its hash. */
  const since = new Map<string, ((queryKey: QueryKey) => void)[]>()
  return {
    change<T>(wanted: QueryKey, change: (held: T, queryKey: QueryKey) => T) {
      const make = (queryKey: QueryKey) =>
        queryClient.setQueryData<T>(queryKey, (held) => (held === undefined ? held : change(held, queryKey)))
      for (const { queryKey, queryHash, state } of cache.findAll({ queryKey: wanted })) {
        if (state.fetchStatus === 'fetching') since.set(queryHash, [...(since.get(queryHash) ?? []), make])
        make(queryKey)
      }
    },
    start() {
      const leave = cache.subscribe(({ type, query: { queryHash, queryKey, state } }) => {
        if (type === 'removed') since.delete(queryHash)
        if (type !== 'updated' || state.fetchStatus === 'fetching') return
        const changes = since.get(queryHash) ?? []
        since.delete(queryHash)
        for (const make of changes) make(queryKey)
      })
      return () => {
        leave()
        since.clear()
      }
    },
  }
}
