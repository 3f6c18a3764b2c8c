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
  list: scoped('messages:read')
    .input(ListThreads)
    .output(ThreadsPage)
    .query(({ ctx, input }) => listThreads(ctx, input)),
  unread: scoped('messages:read')
    .output(UnreadThreads)
    .query(({ ctx }) => listUnreadThreads(ctx)),
  byId: scoped('messages:read')
    .input(GetMessage)
    .output(ThreadState)
    .query(({ ctx, input }) => getThread(ctx, input)),
  follow: scoped('rooms:write')
    .input(FollowThread)
    .output(ThreadState)
    .mutation(({ ctx, input }) => followThread(ctx, input)),
  markRead: scoped('rooms:write')
    .input(MarkThreadRead)
    .output(ThreadState)
    .mutation(({ ctx, input }) => markThreadRead(ctx, input)),
})
