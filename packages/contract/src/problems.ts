import { z } from 'zod'
import { appCodes } from './errors.js'

/** A field of what was asked that is wrong. */
export const ProblemField = z.object({
  /** The way to it, such as `attachmentIds.0`. */
  field: z.string(),
  message: z.string(),
})

/** How the REST bridge refuses: RFC 9457, as `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  /** What the status means. */
  title: z.string(),
  status: z.int(),
  /** What is wrong this time. */
  detail: z.string(),
  appCode: z.enum(appCodes),
  /** To be named to an operator. */
  requestId: z.string(),
  errors: z.array(ProblemField),
  /** Of `rate_limited`, when to come again. */
  retryAfterMs: z.number().optional(),
  /** Of `rate_limited`, set where one is muted. */
  mutedUntil: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
