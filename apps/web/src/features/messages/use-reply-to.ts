import { useParley } from '@parley/client/react'
import type { Message } from '@parley/contract/messages'
import { useCallback, useState } from 'react'
import { keptByPlace, placeOf } from '../../app/kept-by-place'

const answersOf = keptByPlace<Message>()

/** What the next message of a person in a room answers; it stays while they look elsewhere, as their draft does. */
export function useReplyTo(userId: string, placeId: string) {
  const client = useParley()
  const place = placeOf(userId, placeId)
  const [replyTo, setReplyTo] = useState(() => answersOf(client).get(place) ?? null)
  const answer = useCallback(
    (message: Message | null) => {
      if (message) answersOf(client).set(place, message)
      else answersOf(client).delete(place)
      setReplyTo(message)
    },
    [client, place],
  )
  return [replyTo, answer] as const
}
