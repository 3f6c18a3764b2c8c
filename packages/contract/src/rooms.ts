import { z } from 'zod'
import { RoomId, UserId } from './ids.js'
import { limits } from './limits.js'
import { Message, Seq } from './messages.js'
import { notificationEvents } from './notifications.js'
import { pageOf, PageInput } from './pages.js'
import { line, text } from './text.js'
import { threadEvents } from './threads.js'
import { UserRef } from './users.js'

export const RoomKind = z.enum(['public', 'private', 'direct'])
export type RoomKind = z.infer<typeof RoomKind>

export const Role = z.enum(['owner', 'admin', 'moderator', 'member'])
export type Role = z.infer<typeof Role>

export const Notify = z.enum(['all', 'mentions', 'none'])
export type Notify = z.infer<typeof Notify>

/** From where on newcomers see what was said: from the start, or from when they join. */
export const History = z.enum(['start', 'join'])
export type History = z.infer<typeof History>

/** What those who run a room set. Every change of it is a change of the room's `version`. */
export const RoomSettings = z.object({
  kind: RoomKind,
  name: z.string().nullable(),
  topic: z.string().nullable(),
  archivedAt: z.date().nullable(),
  history: History,
  /** How long a member waits between two messages; 0: not at all. */
  slowSeconds: z.int(),
  /** Whether who comes and goes is told by a note in the room. */
  announces: z.boolean(),
})
export type RoomSettings = z.infer<typeof RoomSettings>

export const Room = RoomSettings.extend({
  id: RoomId,
  createdAt: z.date(),
  /** Messages so far, threads included. */
  lastSeq: Seq,
  /** Changes so far; only compare it. */
  version: z.int(),
  memberCount: z.int(),
})
export type Room = z.infer<typeof Room>

/** A room as one person has it. `unread` is `lastMain − readMain`, so events need not carry it. */
export const InboxRoom = Room.extend({
  /** `null`: not a member. */
  role: Role.nullable(),
  unread: z.int(),
  mentions: z.int(),
  /** Where they are, unread ones only, ascending: the newest 1,000. */
  mentionSeqs: z.array(Seq),
  lastReadSeq: Seq,
  /** The first message that one may see. */
  visibleFromSeq: Seq,
  /** Messages of the main timeline so far. */
  lastMain: z.int(),
  /** How many of them the person has read. */
  readMain: z.int(),
  /** Of the read pointer: a move with a lower one is late. */
  readVersion: z.int(),
  lastMessage: Message.nullable(),
  lastActivityAt: z.date(),
  notify: Notify,
  favourite: z.boolean(),
  mutedUntil: z.date().nullable(),
  /** Direct rooms only: the others. */
  members: z.array(UserRef).optional(),
})
export type InboxRoom = z.infer<typeof InboxRoom>

export const RoomName = line(limits.roomName)
export const Topic = line(limits.topic)

export const GetRoom = z.object({ roomId: RoomId })
export type GetRoom = z.infer<typeof GetRoom>

export const ListRooms = z.object(PageInput).prefault({})
export type ListRooms = z.infer<typeof ListRooms>
export const InboxPage = pageOf(InboxRoom)
export type InboxPage = z.infer<typeof InboxPage>

export const DiscoverRooms = z
  .object({ query: text().trim().max(limits.searchQuery).optional(), ...PageInput })
  .prefault({})
export type DiscoverRooms = z.infer<typeof DiscoverRooms>
export const DiscoveredRoom = Room.extend({ joined: z.boolean() })
export type DiscoveredRoom = z.infer<typeof DiscoveredRoom>
export const DiscoverPage = pageOf(DiscoveredRoom)
export type DiscoverPage = z.infer<typeof DiscoverPage>

export const CreateRoom = z.object({
  kind: z.enum(['public', 'private']),
  name: RoomName,
  topic: Topic.optional(),
})
export type CreateRoom = z.infer<typeof CreateRoom>

/** The others; with nobody else it is a place for one's own notes. */
export const DirectRoom = z.object({ userIds: z.array(UserId).max(limits.directPeople - 1) })
export type DirectRoom = z.infer<typeof DirectRoom>

export const Member = z.object({
  user: UserRef,
  role: Role,
  joinedAt: z.date(),
  /** `null`: this person shows no receipts. */
  lastReadSeq: Seq.nullable(),
  mutedUntil: z.date().nullable(),
})
export type Member = z.infer<typeof Member>

export const ListMembers = z.object({
  roomId: RoomId,
  query: text().trim().max(limits.searchQuery).optional(),
  ...PageInput,
})
export type ListMembers = z.infer<typeof ListMembers>
export const MemberPage = pageOf(Member)
export type MemberPage = z.infer<typeof MemberPage>

export const MarkRead = z.object({ roomId: RoomId, seq: Seq })
export type MarkRead = z.infer<typeof MarkRead>
export const MarkUnread = z.object({ roomId: RoomId, fromSeq: z.int().min(1) })
export type MarkUnread = z.infer<typeof MarkUnread>

export const SetNotify = z.object({ roomId: RoomId, notify: Notify })
export type SetNotify = z.infer<typeof SetNotify>
export const SetFavourite = z.object({ roomId: RoomId, favourite: z.boolean() })
export type SetFavourite = z.infer<typeof SetFavourite>

/** What a person has read of a room, and what that leaves. */
export const ReadState = z.object({
  lastReadSeq: Seq,
  readMain: z.int(),
  readVersion: z.int(),
  unread: z.int(),
  mentions: z.int(),
  mentionSeqs: z.array(Seq),
})
export type ReadState = z.infer<typeof ReadState>

/** What changes an inbox. Not resumable: after every `ready` but the first, refetch `rooms.list`. */
export const InboxEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('activity'),
    roomId: RoomId,
    lastSeq: Seq,
    lastMain: z.int(),
    version: z.int(),
    memberCount: z.int(),
    lastMessage: Message.nullable(),
    ...RoomSettings.shape,
  }),
  /** A message of the room calls one, or, being changed, does not any more. Only what is unread counts. */
  z.object({ type: z.literal('mention'), roomId: RoomId, seq: Seq, senderId: UserId, on: z.boolean() }),
  z.object({ type: z.literal('read'), roomId: RoomId, ...ReadState.shape }),
  z.object({ type: z.literal('room'), room: InboxRoom }),
  z.object({ type: z.literal('left'), roomId: RoomId }),
  z.object({ type: z.literal('muted'), roomId: RoomId, until: z.date() }),
  /** A member has another role now, or is muted until another time; what is left out is as it was. */
  z.object({
    type: z.literal('member'),
    roomId: RoomId,
    userId: UserId,
    role: Role.optional(),
    mutedUntil: z.date().nullish(),
  }),
  z.object({ type: z.literal('user'), user: UserRef }),
  /** One has blocked somebody, who is told of then, or does not any more. */
  z.object({ type: z.literal('block'), userId: UserId, on: z.boolean(), user: UserRef.optional() }),
  ...notificationEvents,
  ...threadEvents,
  /** For who moderates the room: so many reports wait there now. */
  z.object({ type: z.literal('reports'), roomId: RoomId, open: z.int() }),
])
export type InboxEvent = z.infer<typeof InboxEvent>

export const WatchInbox = z.object({}).prefault({})
