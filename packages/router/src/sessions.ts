import { Ok } from '@parley/contract/pages'
import { RevokeSession, SessionInfo } from '@parley/contract/sessions'
import { listSessions, revokeSession } from '@parley/core/auth/sessions'
import { member } from './trpc.js'

/** Part of `auth`. */
export const sessions = {
  sessions: member.output(SessionInfo.array()).query(({ ctx }) => listSessions(ctx)),
  revokeSession: member
    .input(RevokeSession)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await revokeSession(ctx, input)
      return { ok: true }
    }),
}
