import { AppError } from '@parley/core/errors'
import { type Json, withoutNull } from './fields.js'
import type { Route } from './routes.js'

/** A request, as far as an input is made of it. */
export interface Asked {
  params: Record<string, string>
  /** One that is repeated is a list. */
  query: Record<string, string | string[] | undefined>
  headers: Record<string, string | string[] | undefined>
  body: unknown
}

type Read = (text: string | string[]) => unknown

/**
 * How to make the procedure's input of a request: the JSON body, and over it what query, headers, path and method say. What
 * cannot be read as its type is left as it is, since the schema says best what is wrong with it.
 */
export function inputReader(route: Route): (asked: Asked) => unknown {
  const { inputSchema, fields, pathFields, queryFields, bodyFields, headerFields } = route
  const { fixed = {}, otherwise = {} } = route
  if (!inputSchema) return () => undefined
  const readerOf = (name: string): [string, Read] => [name, reader(fields.properties[name] ?? {})]
  const ofPath = pathFields.map(readerOf)
  const ofQuery = queryFields.map(readerOf)
  const ofHeaders = Object.entries(headerFields).map(([header, name]) => [header.toLowerCase(), name] as const)
  const made = Object.entries(otherwise)
  const dates = bodyFields.filter((name) => isDate(fields.properties[name] ?? {}))

  return ({ params, query, headers, body }) => {
    const input: Record<string, unknown> = bodyFields.length > 0 ? copyOf(body) : {}
    for (const name of dates) if (typeof input[name] === 'string') input[name] = toDate(input[name])
    for (const [name, read] of ofQuery) if (query[name] !== undefined) input[name] = read(query[name])
    for (const [header, name] of ofHeaders) if (headers[header] !== undefined) input[name] = headers[header]
    for (const [name, read] of ofPath) input[name] = read(params[name] ?? '')
    for (const [name, make] of made) input[name] ??= make()
    return Object.assign(input, fixed)
  }
}

/** Fields beyond those of the schema are dropped by it. */
function copyOf(body: unknown): Record<string, unknown> {
  if (body === undefined) return {}
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  const message = 'must be a JSON object'
  throw new AppError('invalid', `The body ${message}.`, { details: [{ path: ['body'], message }] })
}

function reader(schema: Json): Read {
  const { type, items } = withoutNull(schema)
  if (type === 'array') return (given) => [given].flat().map(scalar(withoutNull(items ?? {})))
  const one = scalar(withoutNull(schema))
  return (given) => (typeof given === 'string' ? one(given) : given)
}

function scalar(schema: Json): (text: string) => unknown {
  if (schema.type === 'integer' || schema.type === 'number')
    return (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
  if (schema.type === 'boolean') return (text) => (text === 'true' ? true : text === 'false' ? false : text)
  return isDate(schema) ? toDate : (text) => text
}

const isDate = (schema: Json): boolean => withoutNull(schema).format === 'date-time'

/** As RFC 3339 has them, with a zone; `Date` itself takes almost anything. */
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i

function toDate(text: string): Date | string {
  if (!rfc3339.test(text)) return text
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? text : date
}
