import type { AppCode } from '@parley/contract/errors'
import { isConnectionError } from '@parley/db/errors'

/** An error that the caller may see: its code, its message and its details go over the wire, its cause to the log. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: AppCode
  readonly details: unknown

  constructor(code: AppCode, message: string, options: { cause?: unknown; details?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details
  }
}

/** What the caller may be told of anything that was thrown: nothing of what we did not throw ourselves, but for a database that is away. */
export function findAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (isConnectionError(error)) return new AppError('unavailable', 'The database does not answer.', { cause: error })
  return undefined
}
