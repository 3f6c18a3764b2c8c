import { useMarkRead } from '@parley/client/react'
import { useCallback, useEffect, useRef } from 'react'

/**
 * Tells the server how far one has read: only what was in view, in a window that is visible and has the focus, and not
 * `covered` by something else.
 * `onMarkedUnread` hears of the place from where on the person has marked it unread, wherever they did.
 */
export function useReadMarker(
  roomId: string,
  lastReadSeq: number,
  onMarkedUnread: (fromSeq: number) => void,
  covered: boolean,
) {
  const markRead = useMarkRead(roomId)
  const seen = useRef(0)
  const held = useRef(false)

  const mark = useCallback(() => {
    if (held.current || seen.current === 0 || covered) return
    if (document.visibilityState === 'visible' && document.hasFocus()) markRead(seen.current)
  }, [markRead, covered])

  // What was under it is in view again.
  useEffect(mark, [mark])
  useEffect(() => {
    addEventListener('focus', mark)
    document.addEventListener('visibilitychange', mark)
    return () => {
      removeEventListener('focus', mark)
      document.removeEventListener('visibilitychange', mark)
    }
  }, [mark])

  const see = useCallback(
    (seq: number) => {
      if (seq <= seen.current) return
      seen.current = seq
      mark()
    },
    [mark],
  )
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
