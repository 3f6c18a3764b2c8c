import type { Tx } from '@parley/db/database'
import { AppError } from '../errors.js'
import { matchMessage, type UserIds } from './match.js'
import type { Term } from './parse.js'
import {
  findByTokens,
  findUnindexed,
  type Frontier,
  listTexts,
  type Place,
  type Readable,
  walkBack,
  type Walked,
  type Wanted,
} from './queries.js'
import { type Best, mostAhead, scoreOf } from './ranking.js'
import { textOf, traitsOf } from './traits.js'

/** What a search ends with that would hold up others. */
export const tooLong = (cause?: unknown) =>
  new AppError('unavailable', 'This search takes too long. Try it with more words, or in one room.', { cause })

export interface Search {
  rooms: (Readable & { last_seq: number })[]
  terms: Term[]
  userIds: UserIds
  wanted: Wanted
}

/** Messages that the index has not come to are all read; there are that many only while it is being made. */
const unindexedRead = 2_000
/** What is common is found by walking back so far, a few milliseconds; what is not, by way of the index. */
const walked = 2_000
/** Who may see no more than this has all of it walked: the index knows everybody's. */
const walkedWhole = 20_000
/** A page and a little more at first; further on in larger pieces. */
const readFirst = 80
const readAtOnce = 200
const fewPlaces = 1_000
const manyPlaces = 20_000
/** A search is given up after so long. */
const patienceMs = 5_000

/** Finds the best, as many as there is place for; returns the rooms in which the index is behind. */
export async function findBest(tx: Tx, search: Search, best: Best): Promise<Set<string>> {
  const { rooms, terms, wanted } = search
  if (rooms.length === 0) return new Set()
  const giveUpAt = performance.now() + patienceMs
  const ahead = mostAhead(terms)

  /** Reads and compares, newest first; `unseen`: when the newest was said that is not among them. True: it is done. */
  async function compare(places: Place[], unseen: number): Promise<boolean> {
    const sorted = places.toSorted((a, b) => b.at - a.at)
    for (let from = 0, count = readFirst; from < sorted.length; from += count, count = readAtOnce) {
      if (performance.now() > giveUpAt) throw tooLong()
      if (best.isSettled(Math.max(sorted[from]?.at ?? 0, unseen) + ahead)) return true
      for (const row of await listTexts(tx, sorted.slice(from, from + count))) {
        const match = matchMessage(terms, search.userIds, textOf(row), traitsOf(row))
        if (match) best.add({ row, match, score: scoreOf(terms, Math.round(row.at), match) })
      }
    }
    return best.isSettled(unseen + ahead)
  }

  const unindexed = await findUnindexed(tx, rooms, wanted, unindexedRead)
  const behind = new Set(unindexed.map((place) => place.room_id))
  await compare(unindexed, Number.POSITIVE_INFINITY)
  const visible = rooms.reduce((sum, room) => sum + room.last_seq - room.visible_from_seq + 1, 0)
  const whole = visible <= walkedWhole || wanted.tokens.length === 0
  let frontiers: Frontier[] = rooms.map((room) => ({ ...room, at: wanted.before, seq: 2 ** 31 - 1 }))
  for (let goesOn = true; goesOn;) {
    const limit = Math.max(16, Math.ceil(walked / frontiers.length))
    const steps = await walkBack(tx, frontiers, wanted, limit)
    const unfinished = steps.filter((step) => step.count === limit)
    const unseen = Math.max(Number.NEGATIVE_INFINITY, ...unfinished.map((step) => step.at))
    const found = steps.flatMap(({ room_id, found: places }) => (places ?? []).map((place) => ({ ...place, room_id })))
    if (await compare(found, unseen)) return behind
    if (unfinished.length === 0) return behind
    frontiers = goOn(frontiers, unfinished)
    // Another such step or two, and the page is full: else the index knows better.
    goesOn = whole || 3 * best.hits.length > best.size
  }
  let { before } = wanted
  for (let limit = fewPlaces; ; limit = manyPlaces) {
    const places = await findByTokens(tx, rooms, { ...wanted, before }, limit)
    const last = places.at(-1)?.at
    if (await compare(places, last ?? Number.NEGATIVE_INFINITY)) return behind
    if (last === undefined || places.length < limit) return behind
    // Those of the same millisecond come again.
    before = last + 1
  }
}

/** The rooms that have more, each from where it was left. */
function goOn(frontiers: Frontier[], unfinished: Walked[]): Frontier[] {
  const left = new Map(unfinished.map((step) => [step.room_id, step]))
  return frontiers.flatMap((frontier) => {
    const step = left.get(frontier.room_id)
    return step ? [{ ...frontier, at: Math.round(step.at), seq: step.seq }] : []
  })
}
