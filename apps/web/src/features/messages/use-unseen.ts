import type { Entry } from '@parley/client'
import { useCallback, useRef, useState } from 'react'

/** How many messages of others are further down than one has read. */
export function useUnseen(entries: readonly Entry[], lastReadSeq: number, selfId: string) {
  const seen = useRef(lastReadSeq)
  const [, render] = useState(0)
  const see = useCallback((seq: number) => {
    if (seq <= seen.current) return
    seen.current = seq
    render(seq)
  }, [])

  let count = 0
  for (let i = entries.length - 1; i >= 0; i--) {
    const { state, message } = entries[i]!
    if (state !== 'sent') continue
    if (message.seq <= seen.current) break
    if (message.sender.id !== selfId) count++
  }
  return [count, see] as const
}
