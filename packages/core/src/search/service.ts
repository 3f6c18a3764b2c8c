import type { FoundMessages, SearchMessages } from '@parley/contract/search'
import type { Tx } from '@parley/db/database'
import { isTimeout } from '@parley/db/errors'
import pLimit from 'p-limit'
import type { Ctx } from '../context.js'
import { AppError } from '../errors.js'
import { readPlace, toCursor } from '../cursor.js'
import { listSeenMessages } from '../messages/access.js'
import { listReadableRooms, requireMember } from '../rooms/access.js'
import { findIdsByUsername } from '../users/access.js'
import { findBest, type Search, tooLong } from './find.js'
import { fold } from './fold.js'
import { invalidQuery, parseQuery, type Query } from './parse.js'
import { readOnce } from './queries.js'
import { type Bound, createBest, type Hit } from './ranking.js'
import { toExcerpt } from './snippet.js'
import { namesOfTerm, toToken } from './tokens.js'
import { textOf } from './traits.js'

/** A search may hold a connection for seconds: who sends is not to wait for all of them. */
const inTurn = pLimit(2)
const mostWaiting = 200

/** No time of a message is later; PostgreSQL knows this one. */
const endOfTime = Date.UTC(9999, 11, 31)

/**
 * What the person may see of what they look for, the newest first; what fits better counts as a little newer. Nothing to
 * look for finds nothing. A value that an operator cannot have is `invalid`.
 */
export async function searchMessages(ctx: Ctx, input: SearchMessages): Promise<FoundMessages> {
  const query = parseQuery(input.query)
  const place = readPlace(input.cursor)
  const after = place && { score: place.at.getTime(), id: place.id }
  const { cursor: _, ...rest } = input
  if (inTurn.pendingCount >= mostWaiting) throw new AppError('unavailable', 'Too many are searching. Try again.')
  const look = () =>
    readOnce(ctx.db, async (tx): Promise<FoundMessages> => {
      const search = await toSearch(ctx, tx, rest, query, after)
      const best = createBest(input.limit + 1, after)
      if (query.terms.length > 0 || query.rooms.length > 0 || query.from || query.until) {
        // Usually on its way already; unless whoever wrote it has ended before it was indexed.
        for (const roomId of await findBest(tx, search, best)) ctx.index.touch(roomId)
      }
      const hits = best.hits.slice(0, input.limit)
      const seen = await listSeenMessages(
        tx,
        hits.map(({ row }) => row.id),
        new Map(search.rooms.map((room) => [room.room_id, room.visible_from_seq])),
      )
      const items = hits.flatMap(({ row, match }) => {
        const message = seen.get(row.id)
        return message ? [{ message, ...toExcerpt(textOf(row), match.ranges) }] : []
      })
      return { items, nextCursor: best.hits.length > input.limit ? cursorOf(hits.at(-1)) : null }
    })
  return inTurn(look).catch((error: unknown) => {
    throw isTimeout(error) ? tooLong(error) : error
  })
}

const cursorOf = (hit: Hit | undefined) => (hit ? toCursor([new Date(hit.score).toISOString(), hit.row.id]) : null)

async function toSearch(
  ctx: Ctx,
  tx: Tx,
  { roomId }: Pick<SearchMessages, 'roomId'>,
  { terms, rooms: names, from, until }: Query,
  after: Bound | null,
): Promise<Search> {
  if (roomId) await requireMember(tx, roomId, ctx.actor.id)
  const readable = await listReadableRooms(tx, ctx.actor.id)
  const rooms = inNamed(readable, names).filter((room) => !roomId || room.room_id === roomId)
  const usernames = terms.flatMap((term) => (term.kind === 'from' && term.username !== 'me' ? [term.username] : []))
  const userIds = await findIdsByUsername(tx, usernames)
  for (const username of usernames)
    if (!userIds.has(username)) throw invalidQuery(`from: nobody has the username ${username}`)
  userIds.set('me', ctx.actor.id)
  const wanted = {
    tokens: terms.flatMap((term) => (term.without ? [] : namesOfTerm(term, userIds).map((any) => any.map(toToken)))),
    from: from?.getTime() ?? 0,
    before: Math.min(until?.getTime() ?? endOfTime, after ? after.score + 1 : endOfTime),
  }
  return { rooms, terms, userIds, wanted }
}

/** Those that have one of the names. A room that one is not in has none, whether it is there or not. */
function inNamed<R extends { name: string | null }>(rooms: R[], names: string[]): R[] {
  if (names.length === 0) return rooms
  const wanted = new Map(names.map((name) => [fold(name), name]))
  const found = rooms.filter((room) => room.name !== null && wanted.has(fold(room.name)))
  for (const [folded, name] of wanted)
    if (!found.some((room) => fold(room.name ?? '') === folded))
      throw invalidQuery(`in: you are in no room named ${name}`)
  return found
}
