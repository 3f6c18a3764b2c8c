import { z } from 'zod'
import { MessageId, NotificationId, RoomId } from './ids.js'
import { limits } from './limits.js'
import { Quote, Seq } from './messages.js'
import { pageOf, PageInput } from './pages.js'
import { UserRef } from './users.js'

/** Why one is told: named by a message, called with everybody, answered, reacted to, or put into a room. */
export const NotificationReason = z.enum(['mention', 'everybody', 'reply', 'reaction', 'added'])
export type NotificationReason = z.infer<typeof NotificationReason>

export const Notification = z.object({
  /** Of what a message says to one: the message's own. */
  id: NotificationId,
  reason: NotificationReason,
  at: z.date(),
  roomId: RoomId,
  /** Who did it. */
  actor: UserRef,
  /** What calls or answers one, or one's own that was reacted to; `null` for `added`. */
  message: Quote.nullable(),
  /** The thread that this message is an answer in. */
  threadRootId: MessageId.nullable(),
  /** Of a reaction. */
  emoji: z.string().nullable(),
  isRead: z.boolean(),
})
export type Notification = z.infer<typeof Notification>

export const ListNotifications = z.object(PageInput).prefault({})
export type ListNotifications = z.infer<typeof ListNotifications>
export const NotificationPage = pageOf(Notification)
export type NotificationPage = z.infer<typeof NotificationPage>

/** What a badge counts, and what takes it away: `seq` where reading the room up to there does. */
export const UnreadNotification = z.object({
  id: NotificationId,
  reason: NotificationReason,
  roomId: RoomId,
  seq: Seq.nullable(),
})
export type UnreadNotification = z.infer<typeof UnreadNotification>
/** The newest 1,000. */
export const UnreadNotifications = z.array(UnreadNotification)

export const MarkNotificationsRead = z.union([
  z.strictObject({ notificationIds: z.array(NotificationId).min(1).max(limits.pageSizeMax) }),
  z.strictObject({ all: z.literal(true) }),
])
export type MarkNotificationsRead = z.infer<typeof MarkNotificationsRead>

const notificationIds = z.array(NotificationId)

/** What `rooms.watch` says of them. */
export const notificationEvents = [
  /** A new one; of those with one id the later counts, but none for everybody replaces one's own. */
  z.object({ type: z.literal('notification'), notification: Notification }),
  /** Taken back; `everybody`: only for those to whom it came because everybody was called. */
  z.object({ type: z.literal('unnotified'), roomId: RoomId, notificationIds, everybody: z.boolean() }),
  /** The message of some says something else now. */
  z.object({ type: z.literal('notificationMessage'), roomId: RoomId, message: Quote }),
  z.object({ type: z.literal('notificationsRead'), notificationIds }),
  /** One wants to be told other things now: fetch them again. */
  z.object({ type: z.literal('notificationsReset') }),
] as const
