import { Session } from '@parley/contract/auth'
import { RequestCode, RequestedCode, VerifyCode } from '@parley/contract/codes'
import { requestCode, verifyCode } from '@parley/core/codes/service'
import { hand } from './hand.js'
import { limited } from './trpc.js'

/** Part of `auth`. */
export const codes = {
  /**
   * Mails six digits to log in by and voids those mailed before; the answer is the same for an address of nobody, and
   * `unavailable` without mail.
   */
  requestCode: limited
    .input(RequestCode)
    .output(RequestedCode)
    .mutation(({ ctx, input }) => requestCode(ctx, input)),
  /** Logs in by a mailed code, good once for 10 minutes and five tries; any other is `unauthenticated`. */
  verifyCode: limited
    .input(VerifyCode)
    .output(Session)
    .mutation(({ ctx, input }) => hand(ctx, input.transport, () => verifyCode(ctx, input))),
}
