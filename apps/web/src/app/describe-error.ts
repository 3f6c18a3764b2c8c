import type { ErrorData, RateLimitDetails } from '@parley/contract/errors'

/** What the server said about a failed call; `null` when it never answered. */
export function errorDataOf(error: unknown): ErrorData | null {
  const data = (error as { data?: Partial<ErrorData> | null } | null)?.data
  return typeof data?.appCode === 'string' ? (data as ErrorData) : null
}

/** What went wrong and what to do about it, in words for a person. */
export function describeError(error: unknown): string {
  const data = errorDataOf(error)
  if (data === null) return "Can't reach the server. Check your connection and try again."
  switch (data.appCode) {
    case 'unauthenticated':
      return "You've been logged out. Log in again to go on."
    case 'forbidden':
      return "You don't have permission to do that."
    case 'not_found':
      return "It isn't there any more, or you don't have access to it."
    case 'conflict':
      return 'Somebody else was faster. Reload and try again.'
    case 'invalid':
      return "The server didn't accept that. Check it and try again."
    case 'rate_limited':
      return `That was too often. Try again ${soon(data.details)}.`
    case 'too_large':
      return "That's too large."
    case 'unavailable':
      return 'The server is busy. Try again in a moment.'
    case 'internal':
      return 'The server ran into a problem. Try again in a moment.'
  }
}

function soon(details: unknown): string {
  const { retryAfterMs } = (details ?? {}) as Partial<RateLimitDetails>
  if (retryAfterMs === undefined) return 'in a moment'
  const seconds = Math.ceil(retryAfterMs / 1000)
  if (seconds < 90) return `in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  return `in ${Math.ceil(seconds / 60)} minutes`
}
