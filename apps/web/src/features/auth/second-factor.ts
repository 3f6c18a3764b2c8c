/** Logs in, with the code of a second factor where the account has one. */
export type Attempt = (totp?: string) => Promise<unknown>

/** Whether what was shown is right, but not all that is asked for. */
export function asksForSecondFactor(error: unknown): boolean {
  const { details } = (error as { data?: { details?: { totp?: unknown } } } | null)?.data ?? {}
  return details?.totp === true
}
