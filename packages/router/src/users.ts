import { Ok } from '@parley/contract/pages'
import { GetUser, Me, SearchUsers, SetAvatar, UpdateUser, UserRef } from '@parley/contract/users'
import { setAvatar } from '@parley/core/avatars/service'
import { blockUser, listBlocked, unblockUser } from '@parley/core/blocks/service'
import { getMe, getUser, searchUsers, updateMe } from '@parley/core/users/service'
import { accounts } from './accounts.js'
import { done, router, scoped } from './trpc.js'

export const users = router({
  me: scoped('users:read')
    .output(Me)
    .query(({ ctx }) => getMe(ctx)),
  update: scoped('users:write')
    .input(UpdateUser)
    .output(Me)
    .mutation(({ ctx, input }) => updateMe(ctx, input)),
  setAvatar: scoped('users:write')
    .input(SetAvatar)
    .output(Me)
    .mutation(({ ctx, input }) => setAvatar(ctx, input)),
  byId: scoped('users:read')
    .input(GetUser)
    .output(UserRef)
    .query(({ ctx, input }) => getUser(ctx, input)),
  search: scoped('users:read')
    .input(SearchUsers)
    .output(UserRef.array())
    .query(({ ctx, input }) => searchUsers(ctx, input)),
  block: scoped('users:write')
    .input(GetUser)
    .output(Ok)
    .mutation(({ ctx, input }) => done(blockUser(ctx, input))),
  unblock: scoped('users:write')
    .input(GetUser)
    .output(Ok)
    .mutation(({ ctx, input }) => done(unblockUser(ctx, input))),
  blocked: scoped('users:read')
    .output(UserRef.array())
    .query(({ ctx }) => listBlocked(ctx)),
  ...accounts,
})
