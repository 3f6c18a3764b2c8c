import { GetMessage } from '@parley/contract/messages'
import {
  FollowThread,
  ListThreads,
  MarkThreadRead,
  ThreadsPage,
  ThreadState,
  UnreadThreads,
} from '@parley/contract/threads'
import { followThread, getThread, listThreads, listUnreadThreads, markThreadRead } from '@parley/core/threads/service'
import { router, scoped } from './trpc.js'

export const threads = router({
  /** The threads one follows, the one that was answered in last first. */
  list: scoped('messages:read')
    .input(ListThreads)
    .output(ThreadsPage)
    .query(({ ctx, input }) => listThreads(ctx, input)),
  /** Those threads in which something is unread. */
  unread: scoped('messages:read')
    .output(UnreadThreads)
    .query(({ ctx }) => listUnreadThreads(ctx)),
  /** Where one stands in the thread of a message. */
  byId: scoped('messages:read')
    .input(GetMessage)
    .output(ThreadState)
    .query(({ ctx, input }) => getThread(ctx, input)),
  /** Says whether one wants to be told of the answers in a thread. */
  follow: scoped('rooms:write')
    .input(FollowThread)
    .output(ThreadState)
    .mutation(({ ctx, input }) => followThread(ctx, input)),
  /** Marks a thread read up to `seq`, with what one was told of its answers; never moves back. */
  markRead: scoped('rooms:write')
    .input(MarkThreadRead)
    .output(ThreadState)
    .mutation(({ ctx, input }) => markThreadRead(ctx, input)),
})
