import { Ok } from '@parley/contract/pages'
import { RecoveryCodes, TotpCode, TotpSetup } from '@parley/contract/second-factor'
import { confirmTotp, disableTotp, setupTotp } from '@parley/core/second-factor/service'
import { member } from './trpc.js'

/** Part of `auth`. */
export const secondFactor = {
  /** Makes the secret of a second factor, asked for once it is confirmed; who has one already meets `conflict`. */
  setupTotp: member.output(TotpSetup).mutation(({ ctx }) => setupTotp(ctx)),
  /** Turns the second factor on by a code of the app, and shows ten recovery codes this once. */
  confirmTotp: member
    .input(TotpCode)
    .output(RecoveryCodes)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  /** Turns the second factor off, by a code of the app or a recovery code. */
  disableTotp: member
    .input(TotpCode)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await disableTotp(ctx, input)
      return { ok: true }
    }),
}
