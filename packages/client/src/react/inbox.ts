import type { InboxRoom } from '@parley/contract/rooms'
import { useMemo } from 'react'
import { uniteInbox } from '../rooms.js'
import { api } from './api.js'
import { inboxInput } from './keys.js'
import { useParleyContext } from './provider.js'
import { useSession, useStore } from './stores.js'

export interface InboxView {
  /** Newest activity first. */
  rooms: readonly InboxRoom[]
  status: 'pending' | 'error' | 'success'
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => void
  refetch: () => void
}

/** One's rooms, kept up to date by their feed. */
export function useInbox(): InboxView {
  const { inbox } = useParleyContext()
  const isReady = useStore(inbox.isReady)
  const isSignedIn = useSession().status === 'signed-in'
  const query = api.rooms.list.useInfiniteQuery(inboxInput, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isReady && isSignedIn,
    staleTime: Infinity,
  })
  const { data, status, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  return useMemo(
    () => ({
      rooms: uniteInbox(data?.pages.map(({ items }) => items) ?? []),
      status,
      hasNextPage,
      isFetchingNextPage,
      fetchNextPage: () => void fetchNextPage(),
      refetch: () => void refetch(),
    }),
    [data, status, hasNextPage, isFetchingNextPage, fetchNextPage, refetch],
  )
}
