import { z } from 'zod'
import { MessageId, RoomId } from './ids.js'
import { GetMessage, ListMessages, Message, MessagePage, Seq } from './messages.js'
import { pageOf, PageInput } from './pages.js'

/** Of a message's thread, or of the one it is an answer in; paged as `ListMessages`. */
export const ListThread = ListMessages.omit({ roomId: true }).extend(GetMessage.shape)
export type ListThread = z.infer<typeof ListThread>

/** Its answers; `root`: what they answer, where the reader may see that. */
export const ThreadPage = MessagePage.extend({ root: Message.nullable() })
export type ThreadPage = z.infer<typeof ThreadPage>

/** Where a person stands in a thread. Only compare `replyCount` and `readReplies`: both never fall. */
export const ThreadState = z.object({
  rootId: MessageId,
  roomId: RoomId,
  /** Whether one is told of answers. */
  follows: z.boolean(),
  replyCount: z.int(),
  /** How many of them one has read; of who has never followed it, none. */
  readReplies: z.int(),
  lastReadSeq: Seq,
  /** `replyCount − readReplies` of who follows, else 0. */
  unread: z.int(),
})
export type ThreadState = z.infer<typeof ThreadState>

export const Thread = ThreadState.extend({ root: Message, lastReplyAt: z.date() })
export type Thread = z.infer<typeof Thread>

export const ListThreads = z.object(PageInput).prefault({})
export type ListThreads = z.infer<typeof ListThreads>
/** The one that was answered in last comes first. */
export const ThreadsPage = pageOf(Thread)
export type ThreadsPage = z.infer<typeof ThreadsPage>

/** Those one follows in which something is unread: at most 1,000. */
export const UnreadThreads = z.array(ThreadState)

export const FollowThread = GetMessage.extend({ on: z.boolean() })
export type FollowThread = z.infer<typeof FollowThread>

export const MarkThreadRead = GetMessage.extend({ seq: Seq })
export type MarkThreadRead = z.infer<typeof MarkThreadRead>

/** What `rooms.watch` says of them: of one with higher counts the lower are late. */
export const threadEvents = [z.object({ type: z.literal('thread'), ...ThreadState.shape })] as const
