import type { InboxEvent, InboxPage, InboxRoom } from '@parley/contract/rooms'
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { ParleyClient } from '../client.js'
import { follow } from '../follow.js'
import { createStore, type Store } from '../store.js'
import { applyEvent, applyMessageEvent, applyToInbox, refetchAll } from './apply-event.js'
import { createKeptQueries } from './kept-queries.js'
import { inboxKey } from './keys.js'
import { createMissedRooms } from './missed-rooms.js'

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

/** Reduces `rooms.watch` into what is cached of rooms, notifications and people. */
export function createInboxSync(client: ParleyClient, queryClient: QueryClient): InboxSync {
  const isReady = createStore(false)
  const queries = createKeptQueries(queryClient)
  const missed = createMissedRooms(
    (roomId) => client.trpc.rooms.byId.query({ roomId }),
    (events) => applyToInbox(queries, events),
  )
  let userId: string | null = null
  let stop = () => {}

  const sync: InboxSync = {
    isReady,
    apply(event) {
      missed.hear(event)
      applyToInbox(queries, [event], missed.find)
      applyEvent(queries, queryClient, event)
    },
    room: (roomId) =>
      queryClient
        .getQueryData<InfiniteData<InboxPage>>(inboxKey)
        ?.pages.flatMap(({ items }) => items)
        .find(({ id }) => id === roomId),
    start() {
      const leaveQueries = queries.start()
      const leaveFeeds = client.onHeard((event, roomId) => applyMessageEvent(queries, queryClient, event, roomId))
      const leaveSession = client.session.subscribe(switchUser)
      switchUser()
      return () => {
        leaveQueries()
        leaveFeeds()
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
        // Not resumable: what happened before this is known only to the server.
        missed.forget()
        refetchAll(queryClient)
      },
    })
    return () => {
      clearTimeout(timer)
      missed.forget()
      unfollow()
    }
  }
}
