import type { Db } from '@parley/db/database'
import { type RawBuilder, sql } from 'kysely'
import { escapeLike, userColumns } from '../users/queries.js'
import type { MemberRow } from './mapper.js'

export interface RosterPlace {
  at: Date
  id: string
}

interface Reading {
  query: string
  /** Who is there. */
  here: string[]
  which: 'here' | 'rest'
  after: RosterPlace | null
  limit: number
}

/**
 * Members who are there, or all others, in the order of joining. The index of that order is walked and ends with the
 * page; the list of who is there is hashed once. Names are found by the indexes of `users`.
 */
export const listMemberRows = (
  db: Db,
  roomId: string,
  { query, here, which, after, limit }: Reading,
): Promise<MemberRow[]> =>
  db
    .selectFrom('members as m')
    .innerJoin('users as u', 'u.id', 'm.user_id')
    .select([...userColumns, 'm.role', 'm.joined_at', 'm.seen_seq', 'm.muted_until', 'u.shows_receipts'])
    .where('m.room_id', '=', roomId)
    .$if(which === 'here', (members) => members.where(sql<boolean>`m.user_id = any(${here}::uuid[])`))
    .$if(which === 'rest' && here.length > 0, (members) =>
      members.where(sql<boolean>`m.user_id <> all(${here}::uuid[])`),
    )
    .$if(query !== '', (members) => members.where(isNamed(query)))
    .$if(after !== null, (members) =>
      members.where(sql<boolean>`(m.joined_at, m.user_id) > (${after?.at}, ${after?.id})`),
    )
    .orderBy('m.joined_at')
    .orderBy('m.user_id')
    .limit(limit)
    .execute()

/** By the start of a username, of a name, or of words of it. */
function isNamed(query: string): RawBuilder<boolean> {
  const starts = `${escapeLike(query.toLowerCase())}%`
  const words = query
    .split(/\s+/)
    .map((word) => `'${word.replaceAll(/[\\']/g, '$&$&')}':*`)
    .join(' & ')
  return sql<boolean>`(u.username like ${starts} or lower(u.display_name) like ${starts}
    or to_tsvector('simple', u.display_name) @@ to_tsquery('simple', ${words}))`
}
