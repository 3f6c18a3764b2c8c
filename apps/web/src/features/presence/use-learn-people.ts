import type { Entry } from '@parley/client'
import { api } from '@parley/client/react'
import type { InboxRoom } from '@parley/contract/rooms'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePeople } from './people'

/** In larger rooms receipts are not shown, and the names behind reactions are of those who have written. */
const small = 100

/** Gets to know the people of a room; `true` once its members are known, where they are few enough to be. */
export function useLearnPeople(room: InboxRoom, entries: readonly Entry[]): boolean {
  const people = usePeople()
  const [known, setKnown] = useState(false)
  const few = room.memberCount <= small
  const { data, refetch } = api.rooms.members.useQuery(
    { roomId: room.id, limit: small },
    { enabled: few, staleTime: 60_000 },
  )

  const counted = useRef(room.memberCount)
  useEffect(() => {
    if (few && counted.current !== room.memberCount) void refetch()
    counted.current = room.memberCount
  }, [few, room.memberCount, refetch])

  useLayoutEffect(() => {
    people.learn(entries.map((entry) => entry.message.sender))
  }, [people, entries])
  useLayoutEffect(() => {
    if (!data) return
    people.learn(data.items.map((member) => member.user))
    setKnown(true)
  }, [people, data])
  return known && few
}
