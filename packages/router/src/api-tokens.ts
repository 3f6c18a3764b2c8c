import { CreatedToken, CreateToken, RevokeToken, TokenInfo } from '@parley/contract/api-tokens'
import { Ok } from '@parley/contract/pages'
import { createToken, listTokens, revokeToken } from '@parley/core/api-tokens/service'
import { member } from './trpc.js'

/** Part of `auth`. */
export const apiTokens = {
  createToken: member
    .input(CreateToken)
    .output(CreatedToken)
    .mutation(({ ctx, input }) => createToken(ctx, input)),
  listTokens: member.output(TokenInfo.array()).query(({ ctx }) => listTokens(ctx)),
  revokeToken: member
    .input(RevokeToken)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await revokeToken(ctx, input)
      return { ok: true }
    }),
}
