import { RequestedCode } from '@parley/contract/codes'
import { ChangeEmail, ConfirmEmail } from '@parley/contract/email-change'
import { Me } from '@parley/contract/users'
import { changeEmail, confirmEmail } from '@parley/core/email-change/service'
import { limitedMember } from './trpc.js'

/** Part of `auth`. */
export const emailChange = {
  changeEmail: limitedMember
    .input(ChangeEmail)
    .output(RequestedCode)
    .mutation(({ ctx, input }) => changeEmail(ctx, input)),
  confirmEmail: limitedMember
    .input(ConfirmEmail)
    .output(Me)
    .mutation(({ ctx, input }) => confirmEmail(ctx, input)),
}
