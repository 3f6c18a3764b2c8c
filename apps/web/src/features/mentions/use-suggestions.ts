import { api, useSession } from '@parley/client/react'
import { limits } from '@parley/contract/limits'
import type { InboxRoom } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'
import { mayIn } from '../rooms/may'
import { useDelayed } from '../rooms/use-delayed'

/** What a mention can be completed to. */
export interface Suggestion {
  name: string
  says: string
  /** `null`: a word that calls many. */
  user: UserRef | null
  /** What stands in the place of a short name. */
  char?: string
}

const most = 8
const everybody: Suggestion = { name: 'room', says: 'Everybody in the room', user: null }
const present: Suggestion = { name: 'here', says: 'Everybody who is online', user: null }

/** Members whose name or username goes on like this, as the server finds them; `null`: nobody is asked for. */
export function useSuggestions(room: InboxRoom | undefined, query: string | null): Suggestion[] {
  const selfId = useSession().user?.id
  const asked = useDelayed(query ?? '', 120)
  const found = api.rooms.members.useQuery(
    { roomId: room?.id ?? '', limit: most + 1, ...(asked && { query: asked }) },
    { enabled: room !== undefined && query !== null, placeholderData: (previous) => previous, staleTime: 30_000 },
  )
  if (!room || query === null) return []
  const typed = query.toLowerCase()
  // What was found for less may not fit any more.
  const fits = ({ username, displayName }: UserRef) =>
    username.startsWith(typed) || displayName.toLowerCase().includes(typed)
  const people = (found.data?.items ?? []).filter(({ user }) => user.id !== selfId && fits(user))
  return [
    ...people.slice(0, most).map(({ user }) => ({ name: user.username, says: user.displayName, user })),
    ...audiencesOf(room).filter(({ name }) => name.startsWith(typed)),
  ]
}

function audiencesOf(room: InboxRoom): Suggestion[] {
  if (room.kind === 'direct') return []
  return room.memberCount <= limits.callRoomMembers || mayIn(room, 'callLargeRoom') ? [present, everybody] : [present]
}
