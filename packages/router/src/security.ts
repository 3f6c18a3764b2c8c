import { Security } from '@parley/contract/security'
import { getSecurity } from '@parley/core/auth/security'
import { member } from './trpc.js'

/** Part of `auth`. */
export const security = {
  /** Says what guards one's account: password, second factor, recovery codes left. */
  security: member.output(Security).query(({ ctx }) => getSecurity(ctx)),
}
