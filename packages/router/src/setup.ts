import { ClaimAdmin } from '@parley/contract/setup'
import { Me } from '@parley/contract/users'
import { claimAdmin } from '@parley/core/setup/service'
import { limitedMember } from './trpc.js'

/** Part of `auth`. */
export const setup = {
  /** Makes oneself administrator by the code that the server prints while nobody is; any other is `forbidden`. */
  claimAdmin: limitedMember
    .input(ClaimAdmin)
    .output(Me)
    .mutation(({ ctx, input }) => claimAdmin(ctx, input)),
}
