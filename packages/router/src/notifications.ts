import {
  ListNotifications,
  MarkNotificationsRead,
  NotificationPage,
  UnreadNotifications,
} from '@parley/contract/notifications'
import { Ok } from '@parley/contract/pages'
import { listNotifications, listUnreadNotifications, markNotificationsRead } from '@parley/core/notifications/service'
import { done, router, scoped } from './trpc.js'

export const notifications = router({
  /** Lists what one was told of, the newest first; at most 100 a page. */
  list: scoped('rooms:read')
    .input(ListNotifications)
    .output(NotificationPage)
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  /** Lists what a badge counts: the newest 1,000 that are unread. */
  unread: scoped('rooms:read')
    .output(UnreadNotifications)
    .query(({ ctx }) => listUnreadNotifications(ctx)),
  /** Marks notifications read, at most 100 by id or all; those of others change nothing. */
  markRead: scoped('rooms:write')
    .input(MarkNotificationsRead)
    .output(Ok)
    .mutation(({ ctx, input }) => done(markNotificationsRead(ctx, input))),
})
