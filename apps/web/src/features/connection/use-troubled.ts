import { useEffect, useState } from 'react'

/** `true` once `bad` has lasted for `graceMs`: a deploy or a change of network is over before it is worth a word. */
export function useTroubled(bad: boolean, graceMs: number): boolean {
  const [troubled, setTroubled] = useState(false)
  useEffect(() => {
    if (!bad) {
      setTroubled(false)
      return
    }
    const timer = setTimeout(() => setTroubled(true), graceMs)
    return () => clearTimeout(timer)
  }, [bad, graceMs])
  return bad && troubled
}
