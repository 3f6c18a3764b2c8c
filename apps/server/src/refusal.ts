import type { RequestCtx } from '@parley/router/request-context'
import { appRouter } from '@parley/router/root'
import { getTRPCErrorShape, type TRPCError, transformTRPCResponse } from '@trpc/server'

const config = appRouter._def._config

/** A call that is not made. */
export interface Refused {
  type: 'query' | 'mutation' | 'subscription' | 'unknown'
  path: string | undefined
  requestId: string
  error: TRPCError
}

/** The JSON that answers a call without making it, in the shape of every other error; `envelope` is what ws adds. */
export function refusalOf(
  { type, path, requestId, error: cause }: Refused,
  envelope: { id?: number | string; jsonrpc?: '2.0' | undefined } = {},
): string {
  // All that the formatter reads of a context.
  const ctx = { requestId } as RequestCtx
  const error = getTRPCErrorShape({ config, error: cause, type, path, input: undefined, ctx })
  return JSON.stringify(transformTRPCResponse(config, { ...envelope, error }))
}
