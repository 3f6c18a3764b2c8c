import { useInbox } from '@parley/client/react'
import { useEffect } from 'react'
import { attentionOf, isUnread } from '../features/rooms/attention'
import { roomTitle } from '../features/rooms/room-title'

/** `(3) design · Parley`, or the place where there is no room: what waits for you by name; a dot when rooms are merely unread. */
export function useDocumentTitle(roomId: string | undefined, place?: string): void {
  const { rooms } = useInbox()
  const room = rooms.find((candidate) => candidate.id === roomId)
  const waiting = rooms.reduce((sum, candidate) => sum + attentionOf(candidate), 0)
  const mark = waiting > 0 ? `(${waiting}) ` : rooms.some(isUnread) ? '• ' : ''
  const name = room ? roomTitle(room) : place
  const title = `${mark}${name !== undefined ? `${name} · ` : ''}Parley`
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(
    () => () => {
      document.title = 'Parley'
    },
    [],
  )
}
