import { z } from 'zod'
import { CurrentPassword } from './auth.js'

/** `currentPassword` is asked of who has one. */
export const Deactivate = z.object({ currentPassword: CurrentPassword.optional() }).default({})
export type Deactivate = z.infer<typeof Deactivate>

/** `messages`: what one said stays, of "Deleted person", or goes. */
export const Erase = z.object({ currentPassword: CurrentPassword.optional(), messages: z.enum(['keep', 'delete']) })
export type Erase = z.infer<typeof Erase>
