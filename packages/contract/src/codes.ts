import { z } from 'zod'
import { Email, Transport } from './auth.js'
import { InviteCode } from './ids.js'

/** As it is mailed. */
export const Code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'must be six digits')

export const RequestCode = z.object({
  email: Email,
  /** Of an invitation: where SIGNUP is invite, a code makes a person only with one. */
  inviteCode: InviteCode.optional(),
})
export type RequestCode = z.infer<typeof RequestCode>

export const RequestedCode = z.object({
  expiresAt: z.date(),
  /** The code itself, where the server mails nothing and is not in production. */
  devCode: z.string().optional(),
})
export type RequestedCode = z.infer<typeof RequestedCode>

export const VerifyCode = z.object({
  email: Email,
  code: Code,
  totp: z.string().max(32).optional(),
  inviteCode: InviteCode.optional(),
  transport: Transport,
})
export type VerifyCode = z.infer<typeof VerifyCode>
