import { type SearchOperator, searchOperators, searchValues } from '@parley/contract/search'

/** An operator at the end of the text whose value is still being typed. */
export interface Unfinished {
  operator: SearchOperator
  typed: string
  /** Where it begins. */
  start: number
}

const last = new RegExp(
  String.raw`(?<before>^|\s)(?<minus>-?)(?<name>${searchOperators.join('|')}):(?:"(?<quoted>[^"]*)|(?<plain>[^\s"]*))$`,
  'i',
)

export function findUnfinished(text: string): Unfinished | null {
  const found = last.exec(text)
  const { before = '', minus = '', name = '', quoted, plain = '' } = found?.groups ?? {}
  const operator = searchOperators.find((one) => one === name.toLowerCase())
  if (!found || !operator) return null
  return { operator, typed: quoted ?? plain, start: found.index + before.length + minus.length }
}

/** What the server is asked: without an operator whose value is no value yet. */
export function askedOf(text: string): string {
  const unfinished = findUnfinished(text)
  if (!unfinished || isValue(unfinished)) return text
  return text.slice(0, unfinished.start).replace(/-$/, '')
}

function isValue({ operator, typed }: Unfinished): boolean {
  if (operator === 'has' || operator === 'is') return searchValues[operator].some((one) => one === typed.toLowerCase())
  if (operator === 'before' || operator === 'after') return /^\d{4}(-\d\d){0,2}$/.test(typed)
  return operator === 'from' && typed.toLowerCase() === 'me'
}

/** The text with the value in place of what was typed of it, ready to be gone on with. */
export const complete = (text: string, { operator, start }: Unfinished, value: string): string =>
  `${text.slice(0, start)}${filterOf(operator, value)} `

export const filterOf = (operator: SearchOperator, value: string): string =>
  `${operator}:${/\s/.test(value) ? `"${value}"` : value}`

export const hasFilter = (text: string, filter: string): boolean => ` ${text} `.includes(` ${filter} `)

/** With the filter before it, so that its last word is still the one that is being typed; or without it. */
export function toggleFilter(text: string, filter: string): string {
  if (!hasFilter(text, filter)) return `${filter} ${text.trimStart()}`
  return ` ${text} `.replace(` ${filter} `, ' ').replace(/^ | $/g, '')
}

/** The excerpt in pieces: what was found, and what stands between. */
export function toPieces(snippet: string, highlights: readonly (readonly [number, number])[]) {
  const pieces: { text: string; found: boolean }[] = []
  let at = 0
  for (const [from, to] of highlights) {
    pieces.push({ text: snippet.slice(at, from), found: false }, { text: snippet.slice(from, to), found: true })
    at = to
  }
  return [...pieces, { text: snippet.slice(at), found: false }].filter(({ text }) => text !== '')
}
