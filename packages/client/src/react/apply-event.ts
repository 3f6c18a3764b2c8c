import type { Message, MessageEvent } from '@parley/contract/messages'
import type { PinPage } from '@parley/contract/pins'
import type { Notification, NotificationPage, UnreadNotification } from '@parley/contract/notifications'
import type { FoundMessages } from '@parley/contract/search'
import type { ThreadsPage, ThreadState } from '@parley/contract/threads'
import type { InboxEvent, InboxPage, Member, MemberPage } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'
import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query'
import { isReworded, reduceFound } from '../found.js'
import { type Notifications, reduceNotifications } from '../notifications.js'
import { reduceBlocked, reduceMembers } from '../people.js'
import { reducePins } from '../pins.js'
import { reduceInbox, uniteInbox } from '../rooms.js'
import { merged, reduceThreads, reduceUnreadThreads } from '../threads.js'
import type { KeptQueries } from './kept-queries.js'
import {
  allReportsKey,
  blockedKey,
  foundKey,
  inboxKey,
  membersKey,
  notificationsKey,
  pinsKey,
  reportsKey,
  threadKey,
  threadListKey,
  threadsKey,
  unreadKey,
  unreadThreadsKey,
} from './keys.js'

type Pages<T> = InfiniteData<T, string | null>
type PageOf<T> = { items: T[]; nextCursor: string | null }

/** What an event of `rooms.watch` changes of whatever is held, but for the inbox. */
export function applyEvent(queries: KeptQueries, queryClient: QueryClient, event: InboxEvent): void {
  applyToNotifications(queries, queryClient, event)
  if (event.type === 'block' || event.type === 'user')
    queries.change<UserRef[]>(blockedKey, (users) => [...reduceBlocked(users, event)])
  if (event.type === 'member' || event.type === 'user')
    queries.change<MemberPage | Pages<MemberPage>>(membersKey, (held, queryKey) => {
      const roomId = inputOf(queryKey).roomId ?? ''
      const reduce = (page: MemberPage): MemberPage => {
        const items = reduceMembers(page.items, roomId, event)
        return items === page.items ? page : { ...page, items: items as Member[] }
      }
      return 'pages' in held ? { ...held, pages: held.pages.map(reduce) } : reduce(held)
    })
  applyToThreads(queries, queryClient, event)
  if (event.type === 'reports') void queryClient.invalidateQueries({ queryKey: reportsKey(event.roomId) })
}

/** What events make of the loaded inbox; `missed` is told of a room that something happened in and no page holds. */
export function applyToInbox(
  queries: KeptQueries,
  events: readonly InboxEvent[],
  missed: (roomId: string) => void = () => {},
): void {
  for (const event of events)
    queries.change<Pages<InboxPage>>(inboxKey, (held) => {
      const rooms = uniteInbox(held.pages.map(({ items }) => items))
      // Asked again of an answer that was on its way: that may have been read before the event.
      if (happensIn(event) && !rooms.some(({ id }) => id === event.roomId)) missed(event.roomId)
      return withItems(held, reduceInbox(rooms, event))
    })
}

const happensIn = (event: InboxEvent) => event.type === 'activity' || event.type === 'mention'

/** What the feed of a room changes of what is held beside its timeline. */
export function applyMessageEvent(
  queries: KeptQueries,
  queryClient: QueryClient,
  event: MessageEvent,
  roomId: string,
): void {
  if (event.type === 'message') {
    const { message } = event
    queries.change<PinPage>(pinsKey(roomId), (held) => ({ ...held, items: [...reducePins(held.items, message)] }))
    applyToFound(queries, queryClient, message)
    queries.change<Pages<ThreadsPage>>(threadListKey, (held) =>
      mapItems(held, (threads) => reduceThreads(threads, message)),
    )
  }
  if (event.type === 'reset')
    for (const queryKey of [pinsKey(roomId), foundKey, threadListKey]) void queryClient.invalidateQueries({ queryKey })
}

const keptKeys = [inboxKey, notificationsKey, unreadKey, blockedKey, membersKey, allReportsKey, threadsKey, foundKey]

/** After a time without the feed: what happened meanwhile is known only to the server. */
export function refetchAll(queryClient: QueryClient): void {
  for (const queryKey of keptKeys) void queryClient.invalidateQueries({ queryKey })
}

function applyToFound(queries: KeptQueries, queryClient: QueryClient, message: Message): void {
  queries.change<Pages<FoundMessages>>(foundKey, (held, queryKey) => {
    // Not from within the change of what it asks again.
    if (held.pages.some(({ items }) => isReworded(items, message)))
      queueMicrotask(() => void queryClient.invalidateQueries({ queryKey, exact: true }))
    return mapItems(held, (items) => reduceFound(items, message))
  })
}

function applyToThreads(queries: KeptQueries, queryClient: QueryClient, event: InboxEvent): void {
  if (event.type === 'thread' || event.type === 'left')
    queries.change<ThreadState[]>(unreadThreadsKey, (held) => [...reduceUnreadThreads(held, event)])
  if (event.type === 'thread')
    queries.change<ThreadState>(threadKey(event.rootId), (held) => {
      const { type: _, ...told } = event
      return merged(held, told)
    })
  // What one followed there is unread again, as far as it was not read before one left.
  if (event.type === 'room') void queryClient.invalidateQueries({ queryKey: unreadThreadsKey })
}

function applyToNotifications(queries: KeptQueries, queryClient: QueryClient, event: InboxEvent): void {
  const itemsOf = (pages: Pages<NotificationPage> | undefined) => uniteNotifications(pages?.pages ?? [])
  const reduce = (held: Omit<Notifications, 'isStale'>) => reduceNotifications({ ...held, isStale: false }, event)
  // Each knows of the other: one's own reason to be told stands before everybody's, read or not.
  const unread = () => queryClient.getQueryData<UnreadNotification[]>(unreadKey) ?? []
  const items = () => itemsOf(queryClient.getQueryData<Pages<NotificationPage>>(notificationsKey))
  if (reduce({ items: [], unread: [] }).isStale) {
    for (const queryKey of [notificationsKey, unreadKey]) void queryClient.invalidateQueries({ queryKey })
    return
  }
  queries.change<Pages<NotificationPage>>(notificationsKey, (held) =>
    withItems(held, reduce({ items: itemsOf(held), unread: unread() }).items),
  )
  queries.change<UnreadNotification[]>(unreadKey, (held) => [...reduce({ items: items(), unread: held }).unread])
}

/** Puts pages together: what came while they were fetched has pushed some into two of them. */
export const uniteNotifications = (pages: readonly NotificationPage[]): Notification[] => [
  ...new Map(pages.flatMap(({ items }) => items).map((one) => [one.id, one])).values(),
]

/** Items move between pages: all of them go to the first, and the cursors stay where they are. */
const withItems = <T, P extends { items: T[] }>(held: Pages<P>, items: readonly T[]): Pages<P> => ({
  ...held,
  pages: held.pages.map((page, index) => ({ ...page, items: index === 0 ? [...items] : [] })),
})

/** What stays the same is the same object, or all that shows it would be compared and drawn again. */
function mapItems<T>(held: Pages<PageOf<T>>, map: (items: T[]) => readonly T[]): Pages<PageOf<T>> {
  const pages = held.pages.map((page) => {
    const items = map(page.items)
    return items === page.items ? page : { ...page, items: [...items] }
  })
  return pages.every((page, at) => page === held.pages[at]) ? held : { ...held, pages }
}

/** What a query of tRPC was asked with. */
const inputOf = (queryKey: QueryKey): { roomId?: string } =>
  (queryKey[1] as { input?: { roomId?: string } } | undefined)?.input ?? {}
