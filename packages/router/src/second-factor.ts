import { Ok } from '@parley/contract/pages'
import { RecoveryCodes, TotpCode, TotpSetup } from '@parley/contract/second-factor'
import { confirmTotp, disableTotp, setupTotp } from '@parley/core/second-factor/service'
import { member } from './trpc.js'

/** Part of `auth`. */
export const secondFactor = {
  setupTotp: member.output(TotpSetup).mutation(({ ctx }) => setupTotp(ctx)),
  confirmTotp: member
    .input(TotpCode)
    .output(RecoveryCodes)
    .mutation(({ ctx, input }) => confirmTotp(ctx, input)),
  disableTotp: member
    .input(TotpCode)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await disableTotp(ctx, input)
      return { ok: true }
    }),
}
