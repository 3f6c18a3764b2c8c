import type { Page } from '@parley/contract/pages'
import type { ListMembers, Member } from '@parley/contract/rooms'
import type { Ctx } from '../context.js'
import { readCursor, toCursor } from '../cursor.js'
import { AppError } from '../errors.js'
import { requireMember } from './access.js'
import { type MemberRow, toMember } from './mapper.js'
import { listMemberRows, type RosterPlace } from './queries-roster.js'

interface Reading {
  group: 'here' | 'rest'
  /** When the roster was begun to be read: who was there then is `here`, whoever came later is of the rest. */
  since: number
  after: RosterPlace | null
}

/**
 * Who is in the room: those who are there first, each group in the order of joining. People come and go between two
 * pages. Who comes later is found where they would have been, so nobody is missed; who goes in between may be found
 * a second time, among the rest.
 */
export async function listMembers(ctx: Ctx, { roomId, query = '', cursor, limit }: ListMembers): Promise<Page<Member>> {
  await requireMember(ctx.db, roomId, ctx.actor.id)
  const { group, since, after } = readReading(cursor) ?? { group: 'here', since: ctx.presence.now(), after: null }
  const here = ctx.presence.listOnline(since)
  const read = (which: 'here' | 'rest', from: RosterPlace | null, count: number) =>
    listMemberRows(ctx.db, roomId, { query, here, which, after: from, limit: count })
  const present = group === 'here' && here.length > 0 ? await read('here', after, limit + 1) : []
  const lack = limit + 1 - present.length
  const rest = lack > 0 ? await read('rest', group === 'rest' ? after : null, lack) : []
  const rows = [...present, ...rest]
  const at = Math.min(limit, rows.length) - 1
  const last = rows[at]
  const next = rows.length > limit && last ? toNext(at < present.length ? 'here' : 'rest', since, last) : null
  return { items: rows.slice(0, limit).map(toMember), nextCursor: next }
}

const toNext = (group: Reading['group'], since: number, { joined_at, id }: MemberRow): string =>
  toCursor([group, String(since), joined_at.toISOString(), id])

function readReading(cursor: string | null | undefined): Reading | null {
  if (!cursor) return null
  const [group, given, at, id] = readCursor(cursor, ['string', 'string', 'date', 'uuid'])
  const since = Number(given)
  if ((group !== 'here' && group !== 'rest') || !Number.isSafeInteger(since))
    throw new AppError('invalid', 'This cursor is not one that a roster returned.')
  return { group, since, after: { at, id } }
}
