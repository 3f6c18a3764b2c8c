import { Ok } from '@parley/contract/pages'
import { ChangePassword, RequestedReset, RequestReset, ResetPassword } from '@parley/contract/passwords'
import { requestReset, resetPassword } from '@parley/core/passwords/reset'
import { changePassword } from '@parley/core/passwords/service'
import { limited, member } from './trpc.js'

/** Part of `auth`. */
export const passwords = {
  /** Sets a new password of 10–200 characters and ends every other session; a wrong current one is `invalid`. */
  changePassword: member
    .input(ChangePassword)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx, input)
      return { ok: true }
    }),
  /** Mails a link to set a new password, good for 30 minutes; the answer is the same for an address of nobody. */
  requestReset: limited
    .input(RequestReset)
    .output(RequestedReset)
    .mutation(({ ctx, input }) => requestReset(ctx, input)),
  /** Sets a password by a mailed token, good once, and ends every session; any other token is `unauthenticated`. */
  resetPassword: limited
    .input(ResetPassword)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await resetPassword(ctx, input)
      return { ok: true }
    }),
}
