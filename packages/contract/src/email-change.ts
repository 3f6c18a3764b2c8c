import { z } from 'zod'
import { CurrentPassword, Email } from './auth.js'
import { Code } from './codes.js'

/** `currentPassword` is asked of who has one. */
export const ChangeEmail = z.object({ email: Email, currentPassword: CurrentPassword.optional() })
export type ChangeEmail = z.infer<typeof ChangeEmail>

export const ConfirmEmail = z.object({ code: Code })
export type ConfirmEmail = z.infer<typeof ConfirmEmail>
