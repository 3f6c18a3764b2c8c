/** What can go wrong, as the caller sees it. The table from these codes to tRPC's and HTTP's is in the router. */
export const appCodes = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'invalid',
  'rate_limited',
  'too_large',
  'unavailable',
  'internal',
] as const

export type AppCode = (typeof appCodes)[number]

/** `details` of `rate_limited`. */
export interface RateLimitDetails {
  retryAfterMs: number
  /** ISO 8601; set when the sender is muted. */
  mutedUntil?: string
}

/** The `data` of every tRPC error. */
export interface ErrorData {
  code: string
  httpStatus: number
  path: string | undefined
  appCode: AppCode
  requestId: string
  details?: unknown
}
