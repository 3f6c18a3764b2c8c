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
  list: scoped('rooms:read')
    .input(ListNotifications)
    .output(NotificationPage)
    .query(({ ctx, input }) => listNotifications(ctx, input)),
  unread: scoped('rooms:read')
    .output(UnreadNotifications)
    .query(({ ctx }) => listUnreadNotifications(ctx)),
  markRead: scoped('rooms:write')
    .input(MarkNotificationsRead)
    .output(Ok)
    .mutation(({ ctx, input }) => done(markNotificationsRead(ctx, input))),
})
