import type { IncomingCall } from './refusal.js'

interface Raw {
  id?: unknown
  jsonrpc?: unknown
  method?: unknown
  params?: unknown
}

/** The call that a message is; `null` for one that is none: to stop a subscription, to say who one is, or nonsense. */
export function readCall(message: unknown): IncomingCall | null {
  if (typeof message !== 'object' || message === null) return null
  const { id, jsonrpc, method, params } = message as Raw
  if (method !== 'query' && method !== 'mutation' && method !== 'subscription') return null
  if (typeof id !== 'number' && typeof id !== 'string') return null
  const path = typeof params === 'object' && params !== null && 'path' in params ? String(params.path) : ''
  return { id, jsonrpc: jsonrpc === '2.0' ? '2.0' : undefined, method, path }
}
