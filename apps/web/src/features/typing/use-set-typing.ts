import { useParley } from '@parley/client/react'
import { useCallback } from 'react'

/** Says that one types in a room; in none, it says nothing. */
export function useSetTyping(roomId: string | null): (typing: boolean) => void {
  const { typing } = useParley()
  return useCallback(
    (on) => {
      if (roomId !== null) typing.set(roomId, on)
    },
    [typing, roomId],
  )
}
