import type { AppError } from '@parley/core/errors'
import type { RequestCtx } from '@parley/router/request-context'
import { appRouter } from '@parley/router/root'
import { toTrpcError } from '@parley/router/errors'
import { getTRPCErrorShape, transformTRPCResponse } from '@trpc/server'

/** A call as it came, before the adapter has read it. */
export interface IncomingCall {
  id: number | string
  jsonrpc: '2.0' | undefined
  method: 'query' | 'mutation' | 'subscription'
  path: string
}

const config = appRouter._def._config

/** The frame that answers a call without making it, in the shape of every other error. */
export function refusalFrame(
  { id, jsonrpc, method, path }: IncomingCall,
  refusal: AppError,
  requestId: string,
): string {
  const error = getTRPCErrorShape({
    config,
    error: toTrpcError(refusal),
    type: method,
    path,
    input: undefined,
    // All that the formatter reads of a context.
    ctx: { requestId } as RequestCtx,
  })
  return JSON.stringify(transformTRPCResponse(config, { id, jsonrpc, error }))
}
