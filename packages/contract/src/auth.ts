import { z } from 'zod'
import { InviteCode } from './ids.js'
import { limits } from './limits.js'
import { text } from './text.js'
import { DisplayName, Me, Username } from './users.js'

/** `body` returns the refresh token; `cookie` (HTTP only) puts both tokens into HttpOnly cookies instead. */
export const Transport = z.enum(['body', 'cookie']).default('body')
export type Transport = z.infer<typeof Transport>

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const Password = text().min(limits.password.min).max(limits.password.max)

/** Of who wants to change what a stolen session alone must not. */
export const CurrentPassword = text().min(1).max(limits.password.max)

export const Register = z.object({
  email: Email,
  username: Username,
  password: Password,
  displayName: DisplayName.optional(),
  /** Of an invitation, whose room one joins; needed where SIGNUP is invite. */
  inviteCode: InviteCode.optional(),
  transport: Transport,
})
export type Register = z.infer<typeof Register>

export const Login = z.object({
  /** E-mail address or username. */
  login: text().trim().toLowerCase().min(1).max(254),
  password: text().min(1).max(limits.password.max),
  totp: z.string().max(32).optional(),
  transport: Transport,
})
export type Login = z.infer<typeof Login>

export const Refresh = z.object({ refreshToken: z.string().max(500).nullish(), transport: Transport }).prefault({})
export type Refresh = z.infer<typeof Refresh>

export const Logout = z.object({ everywhere: z.boolean().default(false) }).default({ everywhere: false })
export type Logout = z.infer<typeof Logout>

export const Session = z.object({
  accessToken: z.string(),
  /** When the access token ends. */
  expiresAt: z.date(),
  /** `null` when it travels in a cookie. */
  refreshToken: z.string().nullable(),
  user: Me,
})
export type Session = z.infer<typeof Session>
