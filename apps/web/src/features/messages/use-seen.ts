import { useCallback, useEffect, useRef } from 'react'

/**
 * Hands on how far somebody has seen: only what was in view, in a window that is visible and has the focus, and not
 * `covered` by something else. What was seen before is handed on once it is so again.
 */
export function useSeen(onSeen: (seq: number) => void, covered = false): (seq: number) => void {
  const seen = useRef(0)
  const tell = useCallback(() => {
    if (seen.current === 0 || covered) return
    if (document.visibilityState === 'visible' && document.hasFocus()) onSeen(seen.current)
  }, [onSeen, covered])

  // What was under it is in view again.
  useEffect(tell, [tell])
  useEffect(() => {
    addEventListener('focus', tell)
    document.addEventListener('visibilitychange', tell)
    return () => {
      removeEventListener('focus', tell)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [tell])

  return useCallback(
    (seq) => {
      if (seq <= seen.current) return
      seen.current = seq
      tell()
    },
    [tell],
  )
}
