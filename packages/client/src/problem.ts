import { appCodes, type AppCode, type RateLimitDetails } from '@parley/contract/errors'
import { TRPCClientError } from '@trpc/client'

/** What went wrong with a call, as an application wants to know it. */
export interface Problem {
  appCode: AppCode
  message: string
  /** ISO 8601, when the sender is muted. */
  mutedUntil?: string
  retryAfterMs?: number
}

/** Reads any error of a call. What never reached the server, or came from something in front of it, is `unavailable`. */
export function toProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof TRPCClientError)) return { appCode: 'unavailable', message }
  const data: unknown = error.data
  if (!isRecord(data)) return { appCode: 'unavailable', message }
  const appCode = appCodes.find((code) => code === data.appCode) ?? 'internal'
  if (appCode !== 'rate_limited') return { appCode, message }
  const details: Partial<RateLimitDetails> = isRecord(data.details) ? data.details : {}
  return {
    appCode,
    message,
    retryAfterMs: details.retryAfterMs ?? 1_000,
    ...(details.mutedUntil && { mutedUntil: details.mutedUntil }),
  }
}

/** Whether the same call may succeed later without anybody changing anything; a fault of the server gets a few chances. */
export const mayPass = ({ appCode }: Problem, attempt: number) =>
  appCode === 'unavailable' || (appCode === 'internal' && attempt < 4)

/** Whether a subscription that ended so is worth opening again. */
export const isPassing = ({ appCode }: Problem) => ['unavailable', 'internal', 'rate_limited'].includes(appCode)

/** Whether what was asked for is not, or no longer, for this person. */
export const isGone = ({ appCode }: Problem) => appCode === 'not_found' || appCode === 'forbidden'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
