import { CreatedToken, CreateToken, RevokeToken, TokenInfo } from '@parley/contract/api-tokens'
import { Ok } from '@parley/contract/pages'
import { createToken, listTokens, revokeToken } from '@parley/core/api-tokens/service'
import { member } from './trpc.js'

/** Part of `auth`. */
export const apiTokens = {
  /** Makes an API token with the scopes given and shows it this once; a 51st is `conflict`. */
  createToken: member
    .input(CreateToken)
    .output(CreatedToken)
    .mutation(({ ctx, input }) => createToken(ctx, input)),
  /** Lists one's API tokens, not their secrets; `lastUsedAt` is to the minute. */
  listTokens: member.output(TokenInfo.array()).query(({ ctx }) => listTokens(ctx)),
  /** Ends one of one's API tokens within a second; anybody else's is `not_found`. */
  revokeToken: member
    .input(RevokeToken)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await revokeToken(ctx, input)
      return { ok: true }
    }),
}
