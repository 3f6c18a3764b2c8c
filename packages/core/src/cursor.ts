import type { Page } from '@parley/contract/pages'
import { AppError } from './errors.js'

/** Makes an opaque cursor of a page's last sort key. */
export function toCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads what `toCursor` made; anything else is `invalid`. */
export function readCursor<const T extends readonly ('string' | 'number' | 'version' | 'date' | 'uuid')[]>(
  cursor: string,
  shape: T,
): { -readonly [K in keyof T]: T[K] extends 'number' | 'version' ? number : T[K] extends 'date' ? Date : string } {
  const key = parse(cursor)
  if (!Array.isArray(key) || key.length !== shape.length || !shape.every((kind, at) => fits(kind, key[at]))) {
    throw new AppError('invalid', 'This cursor is not one that a page returned.', {
      details: [{ path: ['cursor'], message: 'not a cursor that a page returned' }],
    })
  }
  return key.map((part, at) => (shape[at] === 'date' ? new Date(part) : part)) as never
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function fits(kind: string, part: unknown): boolean {
  if (kind === 'number') return Number.isSafeInteger(part) && Math.abs(part as number) < 2 ** 31
  if (kind === 'version') return Number.isSafeInteger(part)
  if (typeof part !== 'string') return false
  if (kind === 'date') return /^\d{4}-/.test(part) && !Number.isNaN(Date.parse(part))
  return kind === 'uuid' ? uuid.test(part) : true
}

/** The time and the id where a page goes on that is sorted by them. */
export function readPlace(cursor: string | null | undefined): { at: Date; id: string } | null {
  if (!cursor) return null
  const [at, id] = readCursor(cursor, ['date', 'uuid'])
  return { at, id }
}

/** `rows` holds one more than `limit` where there is a next page. */
export function toPage<R, T>(rows: R[], limit: number, toItem: (row: R) => T, keyOf: (row: R) => string[]): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last ? toCursor(keyOf(last)) : null }
}
