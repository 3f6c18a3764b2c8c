import { z } from 'zod'

/** What guards one's account. */
export const Security = z.object({
  /** Without one, one logs in by code. */
  hasPassword: z.boolean(),
  /** Whether log-ins ask for a second factor. */
  secondFactor: z.boolean(),
  /** Recovery codes that are not spent yet. */
  recoveryCodesLeft: z.int(),
})
export type Security = z.infer<typeof Security>
