import { toTrpcError } from '@parley/router/errors'
import { refusalOf } from '../refusal.js'

/** A call as it came, before the adapter has read it. */
export interface IncomingCall {
  id: number | string
  jsonrpc: '2.0' | undefined
  method: 'query' | 'mutation' | 'subscription'
  path: string
}

/** The frame that answers a call without making it. */
export const refusalFrame = (
  { id, jsonrpc, method, path }: IncomingCall,
  refusal: unknown,
  requestId: string,
): string => refusalOf({ type: method, path, requestId, error: toTrpcError(refusal) }, { id, jsonrpc })
