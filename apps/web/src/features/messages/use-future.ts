import { useEffect, useState } from 'react'

/** A moment while it is still to come, else `null`. */
export function useFuture(moment: Date | null): Date | null {
  const at = moment?.getTime() ?? 0
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (at <= Date.now()) return
    const timer = setTimeout(() => setNow(Date.now()), Math.min(at - Date.now() + 50, 2 ** 31 - 1))
    return () => clearTimeout(timer)
  }, [at])
  return moment && at > now ? moment : null
}
