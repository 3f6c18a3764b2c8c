import { useMarkRead } from '@parley/client/react'
import { useCallback, useEffect, useRef } from 'react'
import { useSeen } from './use-seen'

/**
 * Tells the server how far one has read of what is not `covered` by something else.
 * `onMarkedUnread` hears of the place from where on the person has marked it unread, wherever they did.
 */
export function useReadMarker(
  roomId: string,
  lastReadSeq: number,
  onMarkedUnread: (fromSeq: number) => void,
  covered: boolean,
) {
  const markRead = useMarkRead(roomId)
  const held = useRef(false)
  const mark = useCallback(
    (seq: number) => {
      if (!held.current) markRead(seq)
    },
    [markRead],
  )
  const see = useSeen(mark, covered)

  /** After "Mark unread" nothing is marked until the room is opened again: the person has just said so. */
  const hold = useCallback(() => {
    held.current = true
  }, [])

  const before = useRef(lastReadSeq)
  useEffect(() => {
    if (lastReadSeq < before.current) {
      hold()
      onMarkedUnread(lastReadSeq + 1)
    }
    before.current = lastReadSeq
  }, [lastReadSeq, hold, onMarkedUnread])
  return { see, hold }
}
