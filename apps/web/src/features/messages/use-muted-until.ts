import type { Entry } from '@parley/client'
import { useEffect, useState } from 'react'

/** When one may write again, as the server said when it refused a message; `null` once that has passed. */
export function useMutedUntil(entries: readonly Entry[]): Date | null {
  const [now, setNow] = useState(() => Date.now())
  let until = 0
  for (const { error } of entries) {
    if (error?.mutedUntil) until = Math.max(until, new Date(error.mutedUntil).getTime())
  }
  const muted = until > now
  useEffect(() => {
    setNow(Date.now())
    if (until <= Date.now()) return
    const timer = setTimeout(() => setNow(Date.now()), Math.min(until - Date.now() + 50, 2 ** 31 - 1))
    return () => clearTimeout(timer)
  }, [until])
  return muted ? new Date(until) : null
}
