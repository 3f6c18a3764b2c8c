import type { ParleyClient } from '@parley/client'
import { useParley } from '@parley/client/react'
import type { Message } from '@parley/contract/messages'
import { useCallback, useState } from 'react'

const answered = new WeakMap<ParleyClient, Map<string, Message>>()

function placesOf(client: ParleyClient): Map<string, Message> {
  const known = answered.get(client) ?? new Map<string, Message>()
  answered.set(client, known)
  return known
}

/** What the next message of a person in a room answers; it stays while they look elsewhere, as their draft does. */
export function useReplyTo(userId: string, placeId: string) {
  const client = useParley()
  const key = `${userId} ${placeId}`
  const [replyTo, setReplyTo] = useState(() => placesOf(client).get(key) ?? null)
  const answer = useCallback(
    (message: Message | null) => {
      const places = placesOf(client)
      if (message) places.set(key, message)
      else places.delete(key)
      setReplyTo(message)
    },
    [client, key],
  )
  return [replyTo, answer] as const
}
