import { limits } from '@parley/contract/limits'
import { appRouter } from '@parley/router/root'
import type { AnyTRPCProcedure } from '@trpc/server'
import type { FastifyRequest } from 'fastify'

/** The calls of a request that is as `httpLink` and `httpBatchLink` make them. */
export interface PlainCalls {
  batch: boolean
  type: 'query' | 'mutation'
  calls: { path: string; procedure: AnyTRPCProcedure; input: unknown }[]
}

const procedures = appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>
const { deserialize } = appRouter._def._config.transformer.input
const noSearch = new URLSearchParams()
const typeOf = { GET: 'query', POST: 'mutation' } as const

/** The plain calls of a request; `null` for anything else, right or wrong: the stock adapter knows what to answer. */
export function readPlainCalls(request: FastifyRequest<{ Params: { path: string } }>): PlainCalls | null {
  const { method, headers, params, body, originalUrl } = request
  if (method !== 'GET' && method !== 'POST') return null
  if (!isJson(headers['content-type'], method) || asksForStream(headers)) return null
  if (params.path.includes('%')) return null
  const mark = originalUrl.indexOf('?')
  const search = mark < 0 ? noSearch : new URLSearchParams(originalUrl.slice(mark + 1))
  if (search.has('connectionParams')) return null
  const batch = search.get('batch') === '1'
  const paths = batch ? params.path.split(',') : [params.path]
  const found = paths.map((path) => (Object.hasOwn(procedures, path) ? procedures[path] : undefined))
  const type = typeOf[method]
  if (paths.length > limits.batchCalls || found.some((procedure) => procedure?._def.type !== type)) return null
  const inputs = readInputs(method === 'GET' ? search.get('input') : body, batch ? paths.length : null)
  if (!inputs) return null
  const calls = paths.map((path, at) => ({ path, procedure: found[at] as AnyTRPCProcedure, input: inputs[at] }))
  return { batch, type, calls }
}

/** The input of each call. `count` of them stand by their number in one object; of a single call it is the whole. */
function readInputs(text: unknown, count: number | null): unknown[] | null {
  if (text === null || text === undefined || text === '') return []
  if (typeof text !== 'string') return null
  try {
    const given: unknown = JSON.parse(text)
    if (count === null) return [deserialize(given)]
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return null
    const byNumber = given as Record<number, unknown>
    return Array.from({ length: count }, (_, at) =>
      byNumber[at] === undefined ? undefined : deserialize(byNumber[at]),
    )
  } catch {
    return null
  }
}

function isJson(contentType: string | undefined, method: 'GET' | 'POST'): boolean {
  if (contentType === undefined) return method === 'GET'
  return contentType.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
}

const asksForStream = (headers: FastifyRequest['headers']): boolean =>
  headers['trpc-accept'] !== undefined || Boolean(headers.accept?.includes('application/jsonl'))
