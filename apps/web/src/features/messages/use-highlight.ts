import { useCallback, useEffect, useState } from 'react'

const shownMs = 2_000

/** Marks the message that somebody was led to, for as long as the eye needs to find it. */
export function useHighlight(initial: number | null) {
  const [seq, setSeq] = useState(initial)
  useEffect(() => {
    if (seq === null) return
    const timer = setTimeout(() => setSeq(null), shownMs)
    return () => clearTimeout(timer)
  }, [seq])
  return [seq, useCallback((next: number) => setSeq(next), [])] as const
}
