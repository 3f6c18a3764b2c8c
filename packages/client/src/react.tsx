export { api } from './react/api.js'
export { ParleyProvider, useParley } from './react/provider.js'
export { useConnection, useSession, useTimeline } from './react/stores.js'
export { useInbox, type InboxView } from './react/inbox.js'
export { useInboxActions, type InboxActions } from './react/inbox-actions.js'
export {
  useNotificationActions,
  useNotifications,
  useUnreadNotifications,
  type NotificationActions,
  type NotificationsView,
} from './react/notifications.js'
export { usePins, type PinsView } from './react/pins.js'
export { useThreadActions, useUnreadThreads } from './react/threads.js'
export { usePresence, useReceipts, useTyping } from './react/feeds.js'
export { useMarkRead } from './react/mark-read.js'
