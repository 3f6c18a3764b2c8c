import { z } from 'zod'

/** The code that the server prints while nobody administers it. */
export const ClaimAdmin = z.object({ code: z.string().trim().min(1).max(100) })
export type ClaimAdmin = z.infer<typeof ClaimAdmin>
