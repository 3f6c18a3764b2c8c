import type { InboxEvent } from '@parley/contract/rooms'
import type { MessageEvent } from '@parley/contract/messages'
import type { PresenceEvent } from '@parley/contract/presence'
import type { ReceiptEvent } from '@parley/contract/receipts'
import type { TypingEvent } from '@parley/contract/typing'

/** A name that feeds listen to, and the type of what is published under it. */
export type Topic<T> = string & { readonly carries?: T }

/** A message as it now is. */
export const messageTopic = (roomId: string): Topic<MessageEvent> => `messages:${roomId}`
/** What every member's inbox shows of a room. */
export const activityTopic = (roomId: string): Topic<InboxEvent> => `activity:${roomId}`
/** What concerns one person's inbox alone. */
export const inboxTopic = (userId: string): Topic<InboxEvent> => `inbox:${userId}`
export const readTopic = (roomId: string): Topic<ReceiptEvent> => `reads:${roomId}`
/** Everybody who is typing in a room. */
export const typingTopic = (roomId: string): Topic<TypingEvent> => `typing:${roomId}`
export const roomPresenceTopic = (roomId: string): Topic<PresenceEvent> => `presence-in:${roomId}`
export const userPresenceTopic = (userId: string): Topic<PresenceEvent> => `presence-of:${userId}`

/** Everything that only members of a room may hear. */
export const topicsOfRoom = (roomId: string): Topic<object>[] =>
  [messageTopic, activityTopic, readTopic, typingTopic, roomPresenceTopic].map((topic) => topic(roomId))
