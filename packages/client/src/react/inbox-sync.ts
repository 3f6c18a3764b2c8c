import type { InboxEvent, InboxPage, InboxRoom } from '@parley/contract/rooms'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { ParleyClient } from '../client.js'
import { follow } from '../follow.js'
import { reduceInbox, uniteInbox } from '../rooms.js'
import { createStore, type Store } from '../store.js'
import { inboxKey } from './inbox-key.js'

type Pages = InfiniteData<InboxPage, string | null>

export interface InboxSync {
  /** Whether the feed listens, so that a list read now misses nothing. */
  isReady: Store<boolean>
  apply: (event: InboxEvent) => void
  room: (roomId: string) => InboxRoom | undefined
  /** Follows the inbox of whoever is logged in; returns what ends it. */
  start: () => () => void
}

/** A list is shown without the feed when it takes longer than this to open; it is read again once the feed is there. */
const patienceMs = 1_500

/** Reduces `rooms.watch` into the cached pages of `rooms.list`. */
export function createInboxSync(client: ParleyClient, queryClient: QueryClient): InboxSync {
  const isReady = createStore(false)
  /** Events since the running fetch began: its answer may be older than they are. */
  let since: InboxEvent[] = []
  let userId: string | null = null
  let stop = () => {}

  const sync: InboxSync = {
    isReady,
    apply(event) {
      if (isFetching()) since.push(event)
      update([event])
    },
    room: (roomId) =>
      pages()
        ?.pages.flatMap(({ items }) => items)
        .find(({ id }) => id === roomId),
    start() {
      const leaveCache = queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (type !== 'updated' || query.queryHash !== inboxHash() || isFetching() || since.length === 0) return
        const events = since
        since = []
        update(events)
      })
      const leaveSession = client.session.subscribe(switchUser)
      switchUser()
      return () => {
        leaveCache()
        leaveSession()
        stop()
        userId = null
      }
    },
  }
  return sync

  function switchUser() {
    const next = client.session.get().user?.id ?? null
    if (next === userId) return
    stop()
    if (userId) queryClient.clear()
    userId = next
    since = []
    isReady.set(false)
    stop = next ? watch() : () => {}
  }

  function watch() {
    const timer = setTimeout(() => isReady.set(true), patienceMs)
    const unfollow = follow<InboxEvent>((subscriber) => client.trpc.rooms.watch.subscribe({}, subscriber), {
      data(event) {
        if (event.type === 'user') client.renamed(event.user)
        if (event.type !== 'ready') return sync.apply(event)
        clearTimeout(timer)
        isReady.set(true)
        // Not resumable: what happened before this is known only to the list.
        void queryClient.invalidateQueries({ queryKey: inboxKey })
      },
    })
    return () => {
      clearTimeout(timer)
      unfollow()
    }
  }

  function update(events: InboxEvent[]) {
    const held = pages()
    if (held) queryClient.setQueryData<Pages>(inboxKey, reducePages(held, events))
  }

  function pages() {
    return queryClient.getQueryData<Pages>(inboxKey)
  }

  function isFetching() {
    return queryClient.getQueryState(inboxKey)?.fetchStatus === 'fetching'
  }

  function inboxHash() {
    return queryClient.getQueryCache().find({ queryKey: inboxKey })?.queryHash
  }
}

/** Rooms move between pages: all of them go to the first, and the cursors stay where they are. */
function reducePages(held: Pages, events: InboxEvent[]): Pages {
  const rooms = events.reduce(reduceInbox, uniteInbox(held.pages.map(({ items }) => items)))
  return { ...held, pages: held.pages.map((page, index) => ({ ...page, items: index === 0 ? [...rooms] : [] })) }
}
