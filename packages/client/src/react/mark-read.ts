import { useCallback, useEffect, useRef } from 'react'
import { useParleyContext } from './provider.js'
import { createMarker, type Marker } from '../read-marker.js'

/** Call it with the `seq` of whatever is on the screen; it only ever moves the pointer forward. */
export function useMarkRead(roomId: string): (seq: number) => void {
  const { client, inbox } = useParleyContext()
  const marker = useRef<Marker>(null)
  useEffect(() => {
    const made = createMarker(roomId, {
      mark: (seq) => client.trpc.rooms.markRead.mutate({ roomId, seq }),
      shown: inbox.apply,
      room: inbox.room,
    })
    marker.current = made
    return () => made.close()
  }, [client, inbox, roomId])
  return useCallback((seq) => marker.current?.reached(seq), [])
}
