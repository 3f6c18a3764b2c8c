import { api, useInbox } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'
import { useDelayed } from '../rooms/use-delayed'
import { fuzzyFilter } from '../rooms/fuzzy'
import type { Unfinished } from './search-query'

export type Completion =
  | { type: 'person'; value: string; user: UserRef }
  | { type: 'room'; value: string; room: InboxRoom }
  | { type: 'me'; value: 'me' }

const most = 6

/** What the value of `from:` or `in:` may be going to be. */
export function useCompletions(unfinished: Unfinished | null): Completion[] {
  const { rooms } = useInbox()
  const typed = (unfinished?.typed ?? '').replace(/^[@#]/, '')
  const isFrom = unfinished?.operator === 'from'
  const query = useDelayed(typed, 120)
  const people = api.users.search.useQuery(
    { query, limit: most },
    { enabled: isFrom && query !== '', placeholderData: (previous) => previous, staleTime: 30_000 },
  )
  if (isFrom) {
    const found = typed === '' ? peopleOf(rooms) : (people.data ?? [])
    const me: Completion[] = 'me'.startsWith(typed.toLowerCase()) ? [{ type: 'me', value: 'me' }] : []
    return [...me, ...found.map((user) => ({ type: 'person' as const, value: user.username, user }))].slice(0, most)
  }
  if (unfinished?.operator !== 'in') return []
  const named = rooms.filter((room) => room.name !== null)
  const fitting = typed === '' ? named : fuzzyFilter(named, typed, (room) => room.name ?? '')
  return fitting.slice(0, most).map((room) => ({ type: 'room' as const, value: room.name ?? '', room }))
}

/** Those one talks with. */
const peopleOf = (rooms: readonly InboxRoom[]): UserRef[] => [
  ...new Map(rooms.flatMap((room) => room.members ?? []).map((user) => [user.id, user])).values(),
]
