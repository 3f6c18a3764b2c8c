import { useEffect, useState } from 'react'
import { sayDuration } from '../../app/durations'

/** How long it is until then, counting down. A timer: it is read when asked for, not each second. */
export function TimeLeft({ until }: { until: Date }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span role="timer" className="tabular whitespace-nowrap">
      {sayDuration((until.getTime() - now) / 1_000)}
    </span>
  )
}
