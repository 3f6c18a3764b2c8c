import { Ok } from '@parley/contract/pages'
import { ChangePassword, RequestedReset, RequestReset, ResetPassword } from '@parley/contract/passwords'
import { requestReset, resetPassword } from '@parley/core/passwords/reset'
import { changePassword } from '@parley/core/passwords/service'
import { limited, member } from './trpc.js'

/** Part of `auth`. */
export const passwords = {
  changePassword: member
    .input(ChangePassword)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await changePassword(ctx, input)
      return { ok: true }
    }),
  requestReset: limited
    .input(RequestReset)
    .output(RequestedReset)
    .mutation(({ ctx, input }) => requestReset(ctx, input)),
  resetPassword: limited
    .input(ResetPassword)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await resetPassword(ctx, input)
      return { ok: true }
    }),
}
