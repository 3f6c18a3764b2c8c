import { firstGraphemes } from '@parley/contract/text'
import { limits } from '@parley/contract/limits'
import type { LinkPreview, Message, MessageKind, Quote, Reaction } from '@parley/contract/messages'
import { type FileRow, toAttachment } from '../files/mapper.js'
import type { PreviewRow } from './queries-previews.js'
import { toUserRef, type UserRefRow } from '../users/mapper.js'

export interface QuoteRow {
  id: string
  seq: number
  body: string
  sender: UserRefRow
}

/** A message with all that its wire shape holds, as `selectMessages` reads it. Times are text inside `jsonb`. */
export interface MessageRow {
  id: string
  room_id: string
  kind: MessageKind
  seq: number
  main_no: number | null
  version: number
  client_id: string
  body: string
  created_at: Date | string
  edited_at: Date | string | null
  deleted_at: Date | string | null
  thread_root_id: string | null
  also_to_room: boolean
  reply_count: number
  last_repliers: UserRefRow[] | null
  mentions: string[]
  audience: Message['audience']
  pinned_at: Date | string | null
  sender: UserRefRow
  quote: QuoteRow | null
  reactions: Reaction[] | null
  attachments: FileRow[] | null
  preview: PreviewRow | null
}

/** `visibleFrom`: the first message its reader may see; an older one is not quoted to them. */
export function toMessage(row: MessageRow, visibleFrom = 1): Message {
  return {
    id: row.id,
    roomId: row.room_id,
    kind: row.kind,
    seq: row.seq,
    version: row.version,
    clientId: row.client_id,
    sender: toUserRef(row.sender),
    body: row.body,
    createdAt: new Date(row.created_at),
    editedAt: toDate(row.edited_at),
    deletedAt: toDate(row.deleted_at),
    replyTo: row.quote && row.quote.seq >= visibleFrom ? toQuote(row.quote) : null,
    threadRootId: row.thread_root_id,
    alsoToRoom: row.also_to_room,
    replyCount: row.reply_count,
    lastRepliers: row.last_repliers?.map(toUserRef) ?? [],
    reactions: row.reactions ?? [],
    mentions: row.mentions,
    audience: row.audience,
    attachments: row.attachments?.map(toAttachment) ?? [],
    preview: row.preview && toPreview(row.preview),
    pinnedAt: toDate(row.pinned_at),
  }
}

const toDate = (value: Date | string | null) => (value === null ? null : new Date(value))

const toPreview = ({ url, title, description, site_name }: PreviewRow): LinkPreview => ({
  url,
  title,
  description,
  siteName: site_name,
})

export const toQuote = ({ id, seq, body, sender }: QuoteRow): Quote => ({
  id,
  seq,
  sender: toUserRef(sender),
  body: firstGraphemes(body, limits.quoteCharacters),
})

/** The same message for a reader who may see none before `visibleFrom`. */
export const forReader = (message: Message, visibleFrom: number): Message =>
  message.replyTo && message.replyTo.seq < visibleFrom ? { ...message, replyTo: null } : message
