import { z } from 'zod'
import { CurrentPassword } from './auth.js'

/** `currentPassword` is asked of who has one, `totp` of who has a second factor. */
const proof = { currentPassword: CurrentPassword.optional(), totp: z.string().max(32).optional() }

export const Deactivate = z.object(proof).default({})
export type Deactivate = z.infer<typeof Deactivate>

/** `messages`: what one said stays, of "Deleted person", or goes. */
export const Erase = z.object({ ...proof, messages: z.enum(['keep', 'delete']) })
export type Erase = z.infer<typeof Erase>
