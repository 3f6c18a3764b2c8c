import type { Term } from './parse.js'
import type { Match } from './match.js'
import type { TextRow } from './queries.js'

/** A message that was found, its text still as it stands. */
export interface Hit {
  row: TextRow
  match: Match
  /** In milliseconds: when it was said, and what it is ahead for how well it fits. */
  score: number
}

/**
 * The newest comes first, but what fits better counts as said an hour later: once when the word whose beginning was
 * looked for stands there as it was written, once when all words stand side by side in their order. So within a
 * conversation the best comes first, and a score never changes, which a cursor needs.
 */
const aheadMs = 60 * 60_000

/** By how much a message can be ahead at most: where every one fits as well as the others, by nothing. */
export function mostAhead(terms: Term[]): number {
  const words = terms.filter((term) => term.kind === 'words' && !term.without)
  const beginning = words.some((term) => term.kind === 'words' && term.isBeginning)
  return (beginning ? aheadMs : 0) + (words.length > 1 ? aheadMs : 0)
}

export function scoreOf(terms: Term[], at: number, { whole, together }: Match): number {
  const most = mostAhead(terms)
  if (most === 0) return at
  const words = terms.filter((term) => term.kind === 'words' && !term.without)
  const beginning = words.some((term) => term.kind === 'words' && term.isBeginning)
  return at + (beginning && whole ? aheadMs : 0) + (words.length > 1 && together ? aheadMs : 0)
}

/** Where a page ends and the next begins. */
export interface Bound {
  score: number
  id: string
}

export const isAfter = ({ score, row }: Hit, bound: Bound): boolean =>
  score < bound.score || (score === bound.score && row.id < bound.id)

/** The best so far, never more than a page needs. */
export function createBest(size: number, after: Bound | null) {
  const hits: Hit[] = []
  const known = new Set<string>()
  return {
    hits,
    size,
    add(hit: Hit): void {
      if (known.has(hit.row.id) || (after && !isAfter(hit, after))) return
      known.add(hit.row.id)
      const at = hits.findIndex((one) => isAfter(one, { score: hit.score, id: hit.row.id }))
      hits.splice(at < 0 ? hits.length : at, 0, hit)
      if (hits.length > size) hits.pop()
    },
    /** Whether nothing with such a score could still come among them. */
    isSettled: (score: number): boolean => hits.length === size && (hits.at(-1)?.score ?? 0) > score,
  }
}

export type Best = ReturnType<typeof createBest>
