import { RequestedCode } from '@parley/contract/codes'
import { ChangeEmail, ConfirmEmail } from '@parley/contract/email-change'
import { Me } from '@parley/contract/users'
import { changeEmail, confirmEmail } from '@parley/core/email-change/service'
import { limitedMember } from './trpc.js'

/** Part of `auth`. */
export const emailChange = {
  /**
   * Mails six digits to a new address, until which everything stays; taken is `conflict`, a wrong password `invalid`.
   */
  changeEmail: limitedMember
    .input(ChangeEmail)
    .output(RequestedCode)
    .mutation(({ ctx, input }) => changeEmail(ctx, input)),
  /** Takes the new address by the mailed code; a wrong or old one is `unauthenticated`. */
  confirmEmail: limitedMember
    .input(ConfirmEmail)
    .output(Me)
    .mutation(({ ctx, input }) => confirmEmail(ctx, input)),
}
