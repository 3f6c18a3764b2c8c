import { Login, Logout, Refresh, Register, Session } from '@parley/contract/auth'
import { Ok } from '@parley/contract/pages'
import { login, register } from '@parley/core/auth/service'
import { logout, refresh } from '@parley/core/auth/sessions'
import { apiTokens } from './api-tokens.js'
import { codes } from './codes.js'
import { emailChange } from './email-change.js'
import { hand } from './hand.js'
import { oidc } from './oidc.js'
import { passwords } from './passwords.js'
import { secondFactor } from './second-factor.js'
import { security } from './security.js'
import { sessions } from './sessions.js'
import { setup } from './setup.js'
import { anybody, limited, member, router } from './trpc.js'

export const auth = router({
  /**
   * Makes an account and logs in; taken names are `conflict`, a password that everybody uses `invalid`, too many tries
   * `rate_limited`.
   */
  register: limited
    .input(Register)
    .output(Session)
    .mutation(async ({ ctx, input }) => hand(ctx, input.transport, () => register(ctx, input))),
  /**
   * Logs in by username or e-mail address; wrong ones are `unauthenticated`, with `details.totp` where a second factor
   * is asked for.
   */
  login: limited
    .input(Login)
    .output(Session)
    .mutation(async ({ ctx, input }) => hand(ctx, input.transport, () => login(ctx, input))),
  /**
   * Spends a refresh token for the next pair, an access token of 15 minutes among it; a spent or revoked one is
   * `unauthenticated`.
   */
  refresh: anybody
    .input(Refresh)
    .output(Session)
    .mutation(async ({ ctx, input }) => {
      const token = input.refreshToken ?? ctx.cookies?.refreshToken ?? null
      return hand(ctx, input.transport, () => refresh(ctx, token))
    }),
  /** Ends this session, or with `everywhere` all of the person's; their sockets and feeds end. */
  logout: member
    .input(Logout)
    .output(Ok)
    .mutation(async ({ ctx, input }) => {
      await logout(ctx, input)
      ctx.cookies?.clear()
      return { ok: true }
    }),
  ...sessions,
  ...apiTokens,
  ...codes,
  ...passwords,
  ...secondFactor,
  ...oidc,
  ...setup,
  ...emailChange,
  ...security,
})
