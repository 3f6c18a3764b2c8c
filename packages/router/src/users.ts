import { Ok } from '@parley/contract/pages'
import { GetUser, Me, SearchUsers, SetAvatar, UpdateUser, UserRef } from '@parley/contract/users'
import { setAvatar } from '@parley/core/avatars/service'
import { blockUser, listBlocked, unblockUser } from '@parley/core/blocks/service'
import { getMe, getUser, searchUsers, updateMe } from '@parley/core/users/service'
import { accounts } from './accounts.js'
import { done, router, scoped } from './trpc.js'

export const users = router({
  /** Who one is, one's own settings among it. */
  me: scoped('users:read')
    .output(Me)
    .query(({ ctx }) => getMe(ctx)),
  /** Changes one's name, status or settings; what is left out stays, a status of `null` is taken away. */
  update: scoped('users:write')
    .input(UpdateUser)
    .output(Me)
    .mutation(({ ctx, input }) => updateMe(ctx, input)),
  /** Takes an uploaded picture of one's own as one's avatar, or none; anything else is `invalid`. */
  setAvatar: scoped('users:write')
    .input(SetAvatar)
    .output(Me)
    .mutation(({ ctx, input }) => setAvatar(ctx, input)),
  /** Finds a person; nobody is `not_found`. */
  byId: scoped('users:read')
    .input(GetUser)
    .output(UserRef)
    .query(({ ctx, input }) => getUser(ctx, input)),
  /**
   * Finds people by the start of a username or of a word of a name, by an e-mail address only when it is whole and
   * proven; 20 unless told.
   */
  search: scoped('users:read')
    .input(SearchUsers)
    .output(UserRef.array())
    .query(({ ctx, input }) => searchUsers(ctx, input)),
  /** Blocks a person: neither writes to the other in a direct room of two (`forbidden`) any more. */
  block: scoped('users:write')
    .input(GetUser)
    .output(Ok)
    .mutation(({ ctx, input }) => done(blockUser(ctx, input))),
  /** Takes a block back. */
  unblock: scoped('users:write')
    .input(GetUser)
    .output(Ok)
    .mutation(({ ctx, input }) => done(unblockUser(ctx, input))),
  /** Lists whom one has blocked, by username. */
  blocked: scoped('users:read')
    .output(UserRef.array())
    .query(({ ctx }) => listBlocked(ctx)),
  ...accounts,
})
