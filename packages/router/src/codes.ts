import { Session } from '@parley/contract/auth'
import { RequestCode, RequestedCode, VerifyCode } from '@parley/contract/codes'
import { requestCode, verifyCode } from '@parley/core/codes/service'
import { hand } from './hand.js'
import { limited } from './trpc.js'

/** Part of `auth`. */
export const codes = {
  requestCode: limited
    .input(RequestCode)
    .output(RequestedCode)
    .mutation(({ ctx, input }) => requestCode(ctx, input)),
  verifyCode: limited
    .input(VerifyCode)
    .output(Session)
    .mutation(({ ctx, input }) => hand(ctx, input.transport, () => verifyCode(ctx, input))),
}
