import { Deactivate, Erase } from '@parley/contract/accounts'
import { Ok } from '@parley/contract/pages'
import { deactivate, erase } from '@parley/core/accounts/service'
import { done, limitedMember } from './trpc.js'

/** Part of `users`. */
export const accounts = {
  /** Shuts one's account until an operator opens it; a missing or wrong password or code is `invalid`. */
  deactivate: limitedMember
    .input(Deactivate)
    .output(Ok)
    .mutation(({ ctx, input }) => done(deactivate(ctx, input))),
  /** Erases one's account for good, with what one said or without; a missing or wrong password or code is `invalid`. */
  erase: limitedMember
    .input(Erase)
    .output(Ok)
    .mutation(({ ctx, input }) => done(erase(ctx, input))),
}
