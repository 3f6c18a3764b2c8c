import { api, useInbox } from '@parley/client/react'
import type { DiscoveredRoom, InboxRoom } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'
import { attentionOf, isUnread } from './attention'
import { fuzzyFilter } from './fuzzy'
import { counterpartOf, roomTitle } from './room-title'
import { useDelayed } from './use-delayed'

export type Result =
  | { type: 'room'; id: string; room: InboxRoom }
  | { type: 'person'; id: string; user: UserRef }
  | { type: 'public'; id: string; room: DiscoveredRoom }
  | { type: 'search'; id: string; text: string }

export interface ResultGroup {
  title: string
  results: Result[]
}

/** A person is also found by username. */
const searchTextOf = (room: InboxRoom) =>
  [roomTitle(room), ...(room.members?.map((member) => member.username) ?? [])].join(' ')

/** With nothing typed, what one most likely wants: who calls, what is unread, where one was. */
const byUrgency = (a: InboxRoom, b: InboxRoom) =>
  Number(attentionOf(b) > 0) - Number(attentionOf(a) > 0) || Number(isUnread(b)) - Number(isUnread(a))

/** One's own rooms at once, from memory; people and rooms to join as the server finds them. */
export function useSwitcherResults(text: string): ResultGroup[] {
  const { rooms } = useInbox()
  const query = useDelayed(text.trim(), 150)
  const remote = { enabled: query !== '', staleTime: 30_000, placeholderData: <T>(previous: T | undefined) => previous }
  const people = api.users.search.useQuery({ query, limit: 5 }, remote)
  const discovered = api.rooms.discover.useQuery({ query, limit: 10 }, remote)

  const own = text.trim() === '' ? rooms.toSorted(byUrgency) : fuzzyFilter(rooms, text, searchTextOf)
  const known = new Set(rooms.map((room) => counterpartOf(room)?.id))
  const asked = text.trim() !== '' && query !== ''
  return [
    { title: 'Your rooms', results: own.slice(0, 8).map((room) => ({ type: 'room' as const, id: room.id, room })) },
    {
      title: 'People',
      results: (asked ? (people.data ?? []) : [])
        .filter((user) => !known.has(user.id))
        .map((user) => ({ type: 'person' as const, id: user.id, user })),
    },
    {
      title: 'Rooms to join',
      results: (asked ? (discovered.data?.items ?? []) : [])
        .filter((room) => !room.joined)
        .slice(0, 5)
        .map((room) => ({ type: 'public' as const, id: room.id, room })),
    },
    {
      title: 'Messages',
      results: text.trim() === '' ? [] : [{ type: 'search' as const, id: 'search', text: text.trim() }],
    },
  ].filter((group) => group.results.length > 0)
}
