import { Deactivate, Erase } from '@parley/contract/accounts'
import { Ok } from '@parley/contract/pages'
import { deactivate, erase } from '@parley/core/accounts/service'
import { done, limitedMember } from './trpc.js'

/** Part of `users`. */
export const accounts = {
  deactivate: limitedMember
    .input(Deactivate)
    .output(Ok)
    .mutation(({ ctx, input }) => done(deactivate(ctx, input))),
  erase: limitedMember
    .input(Erase)
    .output(Ok)
    .mutation(({ ctx, input }) => done(erase(ctx, input))),
}
