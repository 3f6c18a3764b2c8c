import type { Term } from './parse.js'
import type { Traits } from './tokens.js'
import { hasLink } from './tokens.js'
import { toUnits, type Unit } from './units.js'

type Words = Extract<Term, { kind: 'words' }>

export interface Match {
  /** What was found, in UTF-16 units of the text; ascending and apart. */
  ranges: [number, number][]
  /** Whether the word whose beginning was looked for stands there as it was written. */
  whole: boolean
  /** Whether all words that were looked for stand side by side, in their order. */
  together: boolean
}

/** Who the terms name, by their usernames. */
export type UserIds = Map<string, string>

/** Whether the message is one that was looked for, and where in its text; `null`: it is not. */
export function matchMessage(terms: Term[], userIds: UserIds, text: string, traits: Traits): Match | null {
  const asked = terms.filter((term) => term.kind !== 'words')
  if (!asked.every((term) => hasTrait(term, userIds, traits) !== term.without)) return null
  const units = toUnits(text)
  const words = terms.filter((term) => term.kind === 'words')
  const ranges: [number, number][] = []
  let whole = true
  for (const term of words) {
    const found = findAll(units, term)
    if (found.length > 0 === term.without) return null
    ranges.push(...found.map(([from, to]): [number, number] => [units[from]?.from ?? 0, units[to]?.to ?? 0]))
    const last = term.units.at(-1)?.text
    if (term.isBeginning && !found.some(([, to]) => units[to]?.text === last)) whole = false
  }
  return { ranges: apart(ranges), whole, together: standTogether(units, words) }
}

function hasTrait(term: Exclude<Term, Words>, userIds: UserIds, traits: Traits): boolean {
  if (term.kind === 'from') return userIds.get(term.username) === traits.senderId
  if (term.kind === 'is') return traits[term.what]
  return term.what === 'link' ? hasLink(traits.body) : traits.kinds.includes(term.what)
}

/** The first and the last unit of each place where the term stands. */
function findAll(units: Unit[], term: Words): [number, number][] {
  const found: [number, number][] = []
  for (let at = 0; at + term.units.length <= units.length; at++)
    if (standsAt(units, at, term)) found.push([at, at + term.units.length - 1])
  return found
}

function standsAt(units: Unit[], at: number, { units: wanted, isBeginning }: Words): boolean {
  return wanted.every((one, offset) => {
    const unit = units[at + offset]
    if (!unit || (one.joined && !unit.joined)) return false
    if (isBeginning && offset === wanted.length - 1 && !one.character && one.text.length > 1)
      return unit.text.startsWith(one.text)
    return unit.text === one.text
  })
}

function standTogether(units: Unit[], terms: Words[]): boolean {
  const words = terms.filter((term) => !term.without)
  const wanted = words.flatMap((term) => term.units)
  const all: Words = { kind: 'words', without: false, units: wanted, isBeginning: words.at(-1)?.isBeginning ?? false }
  return wanted.length > 0 && findAll(units, all).length > 0
}

/** In their order, those that overlap made one. */
function apart(ranges: [number, number][]): [number, number][] {
  const joined: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}
