import { z } from 'zod'

/** Where one is logged in. */
export const SessionInfo = z.object({
  id: z.uuid(),
  /** The one that asks. */
  current: z.boolean(),
  userAgent: z.string().nullable(),
  ip: z.string().nullable(),
  createdAt: z.date(),
  /** When it was last refreshed. */
  lastUsedAt: z.date(),
})
export type SessionInfo = z.infer<typeof SessionInfo>

export const RevokeSession = z.object({ sessionId: z.uuid() })
export type RevokeSession = z.infer<typeof RevokeSession>
