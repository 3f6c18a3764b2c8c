import { useEffect, useState } from 'react'
import { untilMidnight } from './days'

/** Now, as far as naming days goes: it changes at midnight, when "Today" becomes "Yesterday". */
export function useToday(): Date {
  const [today, setToday] = useState(() => new Date())
  useEffect(() => {
    const timer = setTimeout(() => setToday(new Date()), untilMidnight(today) + 1_000)
    return () => clearTimeout(timer)
  }, [today])
  return today
}
