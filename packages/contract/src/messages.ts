import { z } from 'zod'
import { Attachment } from './files.js'
import { ClientId, FileId, MessageId, RoomId, UserId } from './ids.js'
import { limits } from './limits.js'
import { Cursor, Limit } from './pages.js'
import { countBytes, countGraphemes, text } from './text.js'
import { UserRef } from './users.js'

/** The place of a message in its room, from 1 without holes; 0 is before the first. */
export const Seq = z.int().min(0)

export const Reaction = z.object({
  emoji: z.string(),
  count: z.int(),
  /** The first 50. */
  userIds: z.array(UserId),
})
export type Reaction = z.infer<typeof Reaction>

/** What a reply carries of the message it quotes. */
export const Quote = z.object({
  id: MessageId,
  seq: Seq,
  sender: UserRef,
  /** The first 200 characters, of a message without words the names of its files; empty when it is deleted. */
  body: z.string(),
})
export type Quote = z.infer<typeof Quote>

/** What a page that a message links to says of itself. */
export const LinkPreview = z.object({
  url: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  siteName: z.string().nullable(),
})
export type LinkPreview = z.infer<typeof LinkPreview>

/** What a message says, or what it is called after where it holds files alone. */
export const saying = ({ body, attachments }: { body: string; attachments: readonly { name: string }[] }): string =>
  body || attachments.map(({ name }) => name).join(', ')

/** What people say is `text`; every other kind is a note of what happened to the room, made by the server. */
export const MessageKind = z.enum([
  'text',
  'joined',
  'left',
  'added',
  'removed',
  'renamed',
  'topic',
  'visibility',
  'history',
  'slow',
  'announces',
  'archived',
  'restored',
])
export type MessageKind = z.infer<typeof MessageKind>

export const Message = z.object({
  id: MessageId,
  roomId: RoomId,
  kind: MessageKind,
  /** Its place, for ever. */
  seq: Seq,
  /** The room's version at its latest change: the newer one wins. */
  version: z.int(),
  clientId: ClientId,
  sender: UserRef,
  /** Empty when deleted. Of a note: the new name, topic or setting, or whom it is about. */
  body: z.string(),
  createdAt: z.date(),
  editedAt: z.date().nullable(),
  deletedAt: z.date().nullable(),
  replyTo: Quote.nullable(),
  threadRootId: MessageId.nullable(),
  alsoToRoom: z.boolean(),
  /** Answers in its thread, deleted ones included: each keeps its place. */
  replyCount: z.int(),
  /** Who answered last in its thread, the latest first: at most three of those who gave the last 20 answers. */
  lastRepliers: z.array(UserRef),
  /** In the order of first use, at most 20. */
  reactions: z.array(Reaction),
  /** The members it names. */
  mentions: z.array(UserId),
  /** Whether it calls those who were there (`here`), or everybody in the room, beside those it names. */
  audience: z.enum(['here', 'room']).nullable(),
  attachments: z.array(Attachment),
  /** Of its first link, once it is made. */
  preview: LinkPreview.nullable(),
  pinnedAt: z.date().nullable(),
})
export type Message = z.infer<typeof Message>

const isBlank = (body: string) => body.trim() === ''

const Words = text()
  // A unit of UTF-16 has at most three bytes.
  .refine(
    (body) => body.length * 3 <= limits.bodyBytes || countBytes(body) <= limits.bodyBytes,
    `must be at most ${limits.bodyBytes} bytes`,
  )
  // Counted last and only where it can fail: segmenting 16 KiB costs more than everything else a send does.
  .refine(
    (body) => body.length <= limits.bodyGraphemes || countGraphemes(body) <= limits.bodyGraphemes,
    `must be at most ${limits.bodyGraphemes} characters`,
  )

export const Body = Words.refine((body) => !isBlank(body), 'must not be empty')

/** One emoji as people pick it: a single grapheme with a pictograph, a keycap or a flag. */
export const Emoji = text()
  .min(1)
  .refine((emoji) => countBytes(emoji) <= limits.emojiBytes && countGraphemes(emoji) === 1, 'must be one emoji')
  .refine((emoji) => /\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|\u20E3/u.test(emoji), 'must be an emoji')

export const SendMessage = z
  .object({
    roomId: RoomId,
    /** Made by the client; a retry with the same one returns the first message. */
    clientId: ClientId,
    /** Nothing but blanks only where there are attachments. */
    body: Words,
    replyToId: MessageId.optional(),
    threadRootId: MessageId.optional(),
    alsoToRoom: z.boolean().default(false),
    /** One's own uploads, each in one message only. */
    attachmentIds: z
      .array(FileId)
      .max(limits.attachments)
      .refine((ids) => new Set(ids).size === ids.length, 'must not name a file twice')
      .optional(),
  })
  .refine(({ body, attachmentIds = [] }) => attachmentIds.length > 0 || !isBlank(body), {
    path: ['body'],
    message: 'must not be empty',
  })
export type SendMessage = z.infer<typeof SendMessage>

export const Sent = z.object({ message: Message, duplicate: z.boolean() })
export type Sent = z.infer<typeof Sent>

/** Who has read it; in a room of more than 100 members they are only counted. */
export const SeenBy = z.object({ users: z.array(UserRef), count: z.int() })
export type SeenBy = z.infer<typeof SeenBy>

export const GetMessage = z.object({ messageId: MessageId })
export type GetMessage = z.infer<typeof GetMessage>

export const EditMessage = GetMessage.extend({ body: Body })
export type EditMessage = z.infer<typeof EditMessage>

export const ReactToMessage = GetMessage.extend({ emoji: Emoji, on: z.boolean() })
export type ReactToMessage = z.infer<typeof ReactToMessage>

export const ListMessages = z.object({
  roomId: RoomId,
  cursor: Cursor.nullish(),
  /** Ignored: a cursor carries its own. React Query's names are accepted because `@trpc/react-query` sends them. */
  direction: z.enum(['older', 'newer', 'forward', 'backward']).optional(),
  /** The page around this message instead of the newest one. */
  aroundSeq: Seq.optional(),
  limit: Limit,
})
export type ListMessages = z.infer<typeof ListMessages>

/** Ascending `seq`; `nextCursor` leads to older messages, `prevCursor` to newer ones. */
export const MessagePage = z.object({
  items: z.array(Message),
  nextCursor: z.string().nullable(),
  prevCursor: z.string().nullable(),
})
export type MessagePage = z.infer<typeof MessagePage>

export const WatchMessages = z.object({ roomId: RoomId, lastEventId: z.string().max(40).nullish() })
export type WatchMessages = z.infer<typeof WatchMessages>

/** The whole message, every time it changes; or what to do about all of them. Tracked by `version`. */
export const MessageEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), version: z.int(), message: Message }),
  z.object({ type: z.literal('ready'), version: z.int() }),
  z.object({ type: z.literal('reset'), version: z.int() }),
])
export type MessageEvent = z.infer<typeof MessageEvent>
