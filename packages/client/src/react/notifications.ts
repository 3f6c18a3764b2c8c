import type { Notification, UnreadNotification } from '@parley/contract/notifications'
import { useMemo } from 'react'
import { uniteNotifications } from './apply-event.js'
import { api } from './api.js'
import { notificationsInput } from './keys.js'
import { useParleyContext } from './provider.js'
import { useSession, useStore } from './stores.js'

const none: readonly UnreadNotification[] = []

/** What a badge counts, kept up to date by the feed. */
export function useUnreadNotifications(): readonly UnreadNotification[] {
  const { inbox } = useParleyContext()
  const enabled = useStore(inbox.isReady)
  const isSignedIn = useSession().status === 'signed-in'
  const { data } = api.notifications.unread.useQuery(undefined, { enabled: enabled && isSignedIn, staleTime: Infinity })
  return data ?? none
}

export interface NotificationsView {
  /** The newest first. */
  items: readonly Notification[]
  status: 'pending' | 'error' | 'success'
  error: unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => void
  refetch: () => void
}

/** What one was told of, kept up to date by the feed. */
export function useNotifications(): NotificationsView {
  const { inbox } = useParleyContext()
  const enabled = useStore(inbox.isReady)
  const query = api.notifications.list.useInfiniteQuery(notificationsInput, {
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
    staleTime: Infinity,
  })
  const { data, status, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  return useMemo(
    () => ({
      items: uniteNotifications(data?.pages ?? []),
      status,
      error,
      hasNextPage,
      isFetchingNextPage,
      fetchNextPage: () => void fetchNextPage(),
      refetch: () => void refetch(),
    }),
    [data, status, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch],
  )
}

export interface NotificationActions {
  /** Shown at once; what the server does not take is unread again. */
  markRead: (notificationIds: string[]) => Promise<void>
  markAllRead: () => Promise<void>
}

export function useNotificationActions(): NotificationActions {
  const { client, inbox } = useParleyContext()
  return useMemo(() => {
    async function mark(work: Promise<unknown>) {
      try {
        await work
      } catch (error) {
        inbox.apply({ type: 'notificationsReset' })
        throw error
      }
    }
    return {
      async markRead(notificationIds) {
        inbox.apply({ type: 'notificationsRead', notificationIds })
        await mark(client.trpc.notifications.markRead.mutate({ notificationIds }))
      },
      markAllRead: () => mark(client.trpc.notifications.markRead.mutate({ all: true })),
    }
  }, [client, inbox])
}
