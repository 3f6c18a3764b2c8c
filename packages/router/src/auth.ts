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
  register: limited
    .input(Register)
    .output(Session)
    .mutation(async ({ ctx, input }) => hand(ctx, input.transport, () => register(ctx, input))),
  login: limited
    .input(Login)
    .output(Session)
    .mutation(async ({ ctx, input }) => hand(ctx, input.transport, () => login(ctx, input))),
  refresh: anybody
    .input(Refresh)
    .output(Session)
    .mutation(async ({ ctx, input }) => {
      const token = input.refreshToken ?? ctx.cookies?.refreshToken ?? null
      return hand(ctx, input.transport, () => refresh(ctx, token))
    }),
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
