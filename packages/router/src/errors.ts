import type { AppCode } from '@parley/contract/errors'
import { AppError, findAppError } from '@parley/core/errors'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'

type TrpcCode = TRPCError['code']

/** Each of our codes as tRPC names it; tRPC's own table leads on to HTTP's numbers. */
const trpcCodes = {
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  rate_limited: 'TOO_MANY_REQUESTS',
  too_large: 'PAYLOAD_TOO_LARGE',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<AppCode, TrpcCode>

/** tRPC's own refusals (no such procedure, wrong method, unreadable input) in our words. */
const appCodes: Partial<Record<TrpcCode, AppCode>> = {
  ...Object.fromEntries(Object.entries(trpcCodes).map(([app, trpc]) => [trpc, app])),
  PARSE_ERROR: 'invalid',
  METHOD_NOT_SUPPORTED: 'invalid',
  UNSUPPORTED_MEDIA_TYPE: 'invalid',
  UNPROCESSABLE_CONTENT: 'invalid',
}

/** The error as tRPC carries it; what we did not throw ourselves keeps its cause for the log alone. */
export function toTrpcError(error: unknown): TRPCError {
  const cause = findAppError(error instanceof TRPCError ? error.cause : error)
  if (cause) return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause })
  if (error instanceof TRPCError) return error
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error })
}

/** What the caller is told. */
export function describeError(error: TRPCError): { message: string; appCode: AppCode; details?: unknown } {
  const { cause } = error
  if (cause instanceof AppError) {
    const { code: appCode, message, details } = cause
    return details === undefined ? { message, appCode } : { message, appCode, details }
  }
  if (cause instanceof ZodError) {
    const details = cause.issues.map(({ path, message, code }) => ({ path, message, code }))
    return { message: describeIssues(details), appCode: 'invalid', details }
  }
  const appCode = appCodes[error.code] ?? 'internal'
  return { message: appCode === 'internal' ? 'Something went wrong here.' : error.message, appCode }
}

const describeIssues = (issues: { path: PropertyKey[]; message: string }[]) =>
  issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ')
