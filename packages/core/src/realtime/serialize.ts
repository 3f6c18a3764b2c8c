import superjson, { type SuperJSONResult } from 'superjson'

/**
 * What superjson makes of a value, for `JSON.stringify` to write, at an eighth of its time. Nearly all that we send is plain
 * JSON and dates: of those superjson says where the dates stand, and `JSON.stringify` writes them as superjson would.
 * Whatever else there is, superjson does itself.
 */
export function serialize(value: unknown): SuperJSONResult {
  const dates: string[] = []
  if (!isPlain(value, [], dates)) return superjson.serialize(value)
  const json = value as SuperJSONResult['json']
  if (dates.length === 0) return { json }
  return { json, meta: { values: value instanceof Date ? ['Date'] : atPaths(dates), v: 1 } }
}

/** The same as text. */
export const stringify = (value: unknown): string => JSON.stringify(serialize(value))

const atPaths = (paths: string[]): Record<string, ['Date']> => Object.fromEntries(paths.map((path) => [path, ['Date']]))

/** Deeper than anything of ours: a cycle, and those superjson knows. */
const deepest = 20
/** What superjson escapes in a path. */
const escaped = /[.\\]/

/** Whether the value holds nothing but JSON and dates; notes the paths of the dates. `path`: where the value stands. */
function isPlain(value: unknown, path: string[], dates: string[]): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object' || path.length > deepest) return false
  if (value instanceof Date) return isPlainDate(value, path, dates)
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) if (!isPlainAt(value[at], String(at), path, dates)) return false
    return true
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  for (const key in value) if (!isPlainAt((value as Record<string, unknown>)[key], key, path, dates)) return false
  return true
}

function isPlainAt(value: unknown, key: string, path: string[], dates: string[]): boolean {
  // Most are neither: no path is made for them.
  if (typeof value === 'string' || value === null) return true
  path.push(key)
  const plain = isPlain(value, path, dates)
  path.pop()
  return plain
}

function isPlainDate(value: Date, path: string[], dates: string[]): boolean {
  if (Number.isNaN(value.getTime()) || path.some((key) => escaped.test(key))) return false
  dates.push(path.join('.'))
  return true
}
