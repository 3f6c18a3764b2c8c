import type { Term } from './parse.js'
import type { Unit } from './units.js'

/** What a message can be found by beside its words. */
export interface Traits {
  senderId: string
  /** Of its attachments. */
  kinds: ('image' | 'file')[]
  pinned: boolean
  /** Whether it answers in a thread, or is answered in one. */
  thread: boolean
  body: string
}

/** How long the beginnings of words are that are kept, so that the start of a word finds it. */
const beginnings = [2, 4]

/** The names under which units are found: each word, its beginnings; each character, each two that stand together. */
export function namesOfUnits(units: Unit[]): Set<string> {
  const names = new Set<string>()
  for (const [at, { text, character }] of units.entries()) {
    names.add(text)
    const next = units[at + 1]
    if (character && next?.joined) names.add(text + next.text)
    if (!character) for (const length of beginnings) if (text.length > length) names.add(beginning(text, length))
  }
  return names
}

/** Names that no word has. */
const traitNames = {
  from: (userId: string) => `@${userId}`,
  has: (what: 'link' | 'file' | 'image') => `+${what}`,
  is: (what: 'pinned' | 'thread') => `!${what}`,
}

const link = /\bhttps?:\/\/\S/i

export const hasLink = (body: string): boolean => link.test(body)

export function namesOfTraits({ senderId, kinds, pinned, thread, body }: Traits): string[] {
  const names = [traitNames.from(senderId), ...new Set(kinds.map((kind) => traitNames.has(kind)))]
  if (hasLink(body)) names.push(traitNames.has('link'))
  if (pinned) names.push(traitNames.is('pinned'))
  if (thread) names.push(traitNames.is('thread'))
  return names
}

/**
 * What must be there where these units stand side by side: of each list one name. Where the last is the beginning of a
 * word, the longest beginning that is kept; the rest of it is looked at in what is found.
 */
function namesOfWords(units: Unit[], isBeginning: boolean): string[][] {
  return units.flatMap((unit, at): string[][] => {
    const next = units[at + 1]
    if (unit.character && next?.joined) return [[unit.text + next.text]]
    // The second of two that stand together is found with the first.
    if (unit.joined) return []
    const length = beginnings.findLast((one) => one <= unit.text.length)
    if (next || !isBeginning || unit.character || !length) return [[unit.text]]
    return [[unit.text, beginning(unit.text, length)]]
  })
}

/** The same of any term. */
export function namesOfTerm(term: Term, userIds: ReadonlyMap<string, string>): string[][] {
  switch (term.kind) {
    case 'words':
      return namesOfWords(term.units, term.isBeginning)
    case 'from':
      return [[traitNames.from(userIds.get(term.username) ?? '')]]
    case 'has':
      return [[traitNames.has(term.what)]]
    case 'is':
      return [[traitNames.is(term.what)]]
  }
}

const beginning = (word: string, length: number) => `${word.slice(0, length)}*`

/**
 * The number that stands for a name. To the database it says nothing, so that a keyed one can take its place. Two names
 * seldom share one, and what is found is compared with its text anyway.
 */
export function toToken(name: string): number {
  // FNV-1a.
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return avalanche(hash)
}

/** As the end of MurmurHash3; FNV alone keeps the names of similar words together. */
function avalanche(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}
