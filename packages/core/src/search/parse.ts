import { limits } from '@parley/contract/limits'
import { type SearchOperator, searchOperators, searchValues } from '@parley/contract/search'
import { AppError } from '../errors.js'
import { readDay } from './days.js'
import { toUnits, type Unit } from './units.js'

/** Something that a message must have, or must not. */
export type Term = { without: boolean } & (
  | { kind: 'words'; units: Unit[]; isBeginning: boolean }
  | { kind: 'from'; username: string }
  | { kind: 'has'; what: 'link' | 'file' | 'image' }
  | { kind: 'is'; what: 'pinned' | 'thread' }
)

export interface Query {
  terms: Term[]
  /** Names of rooms; in any of them. */
  rooms: string[]
  /** Said at that time or later. */
  from: Date | null
  /** Said earlier. */
  until: Date | null
}

/** A piece that blanks set apart: an operator and its value, a phrase, or what is written together. */
const pieces = /(?<minus>-(?=[\p{L}\p{N}"]))?(?:(?<name>[a-z]+):)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<plain>[^\s"]+))?/giu

/** Reads what somebody searches for; an operator with a value that it cannot have is `invalid`. */
export function parseQuery(text: string): Query {
  const query: Query = { terms: [], rooms: [], from: null, until: null }
  const straight = text.replaceAll(/[“”„«»＂]/g, '"')
  const typing = /[^\s"]$/.test(straight)
  for (const { 0: whole, index, groups = {} } of straight.matchAll(pieces)) {
    if (whole === '') continue
    const isLast = typing && index + whole.length === straight.length
    const { minus, name = '', phrase, plain } = groups
    const without = minus !== undefined
    const operator = searchOperators.find((one) => one === name.toLowerCase())
    if (operator) addOperator(query, operator, (phrase ?? plain ?? '').trim(), without)
    else addWords(query, phrase ?? whole.slice(minus?.length ?? 0), { phrase: phrase !== undefined, isLast, without })
  }
  const words = query.terms.reduce((sum, term) => sum + (term.kind === 'words' ? term.units.length : 1), 0)
  if (words + query.rooms.length > limits.messageQueryWords)
    throw invalidQuery(`holds more than ${limits.messageQueryWords} words`)
  return query
}

function addWords(
  query: Query,
  said: string,
  { phrase, isLast, without }: { phrase: boolean; isLast: boolean; without: boolean },
): void {
  const units = toUnits(said)
  const starred = !phrase && said.endsWith('*')
  // Written together they stand together: `e-mail` is a phrase of two.
  if (units.length > 0)
    query.terms.push({ kind: 'words', units, isBeginning: starred || (isLast && !phrase && !without), without })
}

function addOperator(query: Query, operator: SearchOperator, value: string, without: boolean): void {
  if (value === '') throw invalidQuery(`${operator}: has no value`)
  switch (operator) {
    case 'from':
      query.terms.push({ kind: 'from', username: value.replace(/^@/, '').toLowerCase(), without })
      return
    case 'has':
      query.terms.push({ kind: 'has', what: oneOf('has', value), without })
      return
    case 'is':
      query.terms.push({ kind: 'is', what: oneOf('is', value), without })
      return
    default:
      if (without) throw invalidQuery(`${operator}: cannot be turned round with a minus`)
  }
  if (operator === 'in') query.rooms.push(value.replace(/^#/, ''))
  else if (operator === 'before') query.until = earlier(query.until, readTime(operator, value))
  else query.from = later(query.from, readTime(operator, value))
}

function oneOf<K extends keyof typeof searchValues>(operator: K, value: string): (typeof searchValues)[K][number] {
  const known: readonly (typeof searchValues)[K][number][] = searchValues[operator]
  const found = known.find((one) => one === value.toLowerCase())
  if (!found) throw invalidQuery(`${operator}: must be one of ${known.join(', ')}`)
  return found
}

function readTime(operator: 'before' | 'after', value: string): Date {
  const time = readDay(value)
  if (!time) throw invalidQuery(`${operator}: must be a date such as 2026-11-03`)
  return time
}

const earlier = (one: Date | null, other: Date) => (one && one < other ? one : other)
const later = (one: Date | null, other: Date) => (one && one > other ? one : other)

/** `problem` goes on from "Your search". */
export function invalidQuery(problem: string): AppError {
  return new AppError('invalid', `Your search: ${problem}.`, { details: [{ path: ['query'], message: problem }] })
}
