import { limits } from '@parley/contract/limits'
import { type Message, saying } from '@parley/contract/messages'
import type { Notification, UnreadNotification } from '@parley/contract/notifications'
import type { UserRef } from '@parley/contract/users'
import { type QuoteRow, toQuote } from '../messages/mapper.js'
import { toUserRef, type UserRefRow } from '../users/mapper.js'
import { firstGraphemes } from '@parley/contract/text'

export interface NotificationRow {
  id: string
  reason: Notification['reason']
  at: Date
  room_id: string
  emoji: string | null
  is_read: boolean
  actor: UserRefRow
  message: QuoteRow | null
  thread_root_id: string | null
}

export const toNotification = (row: NotificationRow): Notification => ({
  id: row.id,
  reason: row.reason,
  at: row.at,
  roomId: row.room_id,
  actor: toUserRef(row.actor),
  message: row.message && toQuote(row.message),
  threadRootId: row.thread_root_id,
  emoji: row.emoji,
  isRead: row.is_read,
})

export interface UnreadRow {
  id: string
  reason: Notification['reason']
  room_id: string
  seq: number | null
}

export const toUnread = (row: UnreadRow): UnreadNotification => ({
  id: row.id,
  reason: row.reason,
  roomId: row.room_id,
  seq: row.seq,
})

/** What is quoted of a message that tells somebody something. */
export type Told = Pick<Message, 'id' | 'roomId' | 'seq' | 'sender' | 'body' | 'attachments' | 'threadRootId'>

export const quoteOf = ({ id, seq, sender, ...said }: Omit<Told, 'threadRootId'>) => ({
  id,
  seq,
  sender,
  body: firstGraphemes(saying(said), limits.quoteCharacters),
})

/** What a message that was just written tells those whom it calls or answers. */
export const toCall = (message: Told, reason: 'mention' | 'everybody' | 'reply', at: Date): Notification => ({
  id: message.id,
  reason,
  at,
  roomId: message.roomId,
  actor: message.sender,
  message: quoteOf(message),
  threadRootId: message.threadRootId,
  emoji: null,
  isRead: false,
})

/** What somebody did to a person, or to what they said. */
export const toDeed = (
  deed: { id: string; at: Date; roomId: string; actor: UserRef } & (
    | { reason: 'reaction'; message: Told; emoji: string }
    | { reason: 'added'; message: null; emoji: null }
  ),
): Notification => ({
  ...deed,
  message: deed.message && quoteOf(deed.message),
  threadRootId: deed.message?.threadRootId ?? null,
  isRead: false,
})
