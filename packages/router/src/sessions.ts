import { Ok } from '@parley/contract/pages'
import { RevokeSession, SessionInfo } from '@parley/contract/sessions'
import { listSessions, revokeSession } from '@parley/core/auth/sessions'
import { member } from './trpc.js'

/** Part of `auth`. */
export const sessions = {
  /** Lists where one is logged in, the last used first. */
  sessions: member.output(SessionInfo.array()).query(({ ctx }) => listSessions(ctx)),
  /** Ends one of one's sessions within a second; anybody else's is `not_found`. */
  revokeSession: member
    .input(RevokeSession)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await revokeSession(ctx, input)
      return { ok: true }
    }),
}
