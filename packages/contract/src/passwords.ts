import { z } from 'zod'
import { CurrentPassword, Email, Password } from './auth.js'

export const ChangePassword = z.object({
  currentPassword: CurrentPassword,
  newPassword: Password,
})
export type ChangePassword = z.infer<typeof ChangePassword>

export const RequestReset = z.object({ email: Email })
export type RequestReset = z.infer<typeof RequestReset>

export const RequestedReset = z.object({
  expiresAt: z.date(),
  /** The token itself, where the server mails nothing and is not in production. */
  devToken: z.string().optional(),
})
export type RequestedReset = z.infer<typeof RequestedReset>

export const ResetPassword = z.object({ token: z.string().min(1).max(200), password: Password })
export type ResetPassword = z.infer<typeof ResetPassword>
