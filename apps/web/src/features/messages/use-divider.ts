import type { TimelineState } from '@parley/client'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { findMissed, newestSeq } from './live'
import type { Reading } from './reading'

/**
 * Where the "New" divider stands. It stays while one reads; it moves only to what arrives while one looks elsewhere, so
 * that coming back to the window shows where to go on.
 */
export function useDivider(
  reading: Pick<Reading, 'unread' | 'lastReadSeq'>,
  { entries, hasNewer }: TimelineState,
  selfId: string,
) {
  const [seq, setSeq] = useState(() => (reading.unread > 0 ? reading.lastReadSeq + 1 : null))
  const away = useRef(!document.hasFocus())
  const last = useRef<number | null>(null)

  useEffect(() => {
    const leave = () => (away.current = true)
    const comeBack = () => (away.current = false)
    addEventListener('blur', leave)
    addEventListener('focus', comeBack)
    return () => {
      removeEventListener('blur', leave)
      removeEventListener('focus', comeBack)
    }
  }, [])

  useLayoutEffect(() => {
    const newest = newestSeq(entries)
    if (newest === 0 || hasNewer) return
    const missed = away.current && last.current !== null ? findMissed(entries, last.current, selfId) : null
    if (missed !== null) {
      setSeq(missed)
      // The first of them, until the reader has been back.
      away.current = false
    }
    last.current = newest
  }, [entries, hasNewer, selfId])

  return [seq, setSeq] as const
}
