import type { Timeline, TimelineState } from '@parley/client'
import { useCallback, useRef } from 'react'
import type { View } from './use-scroller'

/** More is asked for this far ahead of the edge, in px: two screens of reading. */
const ahead = 1_600
/** A page that could not be loaded is not asked for again sooner. */
const retryMs = 3_000

/** Loads what is about to be scrolled to, both ways. */
export function usePaging(state: TimelineState, timeline: Timeline) {
  const asked = useRef({ older: 0, newer: 0, olderFrom: '', newerFrom: '' })
  return useCallback(
    ({ above, below }: View) => {
      const first = state.entries[0]?.key ?? ''
      const last = state.entries.at(-1)?.key ?? ''
      const past = asked.current
      const now = Date.now()
      const mayAsk = (from: string, before: string, at: number) => from !== before || now - at > retryMs
      if (above < ahead && state.hasOlder && !state.loadingOlder && mayAsk(first, past.olderFrom, past.older)) {
        Object.assign(past, { older: now, olderFrom: first })
        void timeline.loadOlder().catch(() => null)
      }
      if (below < ahead && state.hasNewer && !state.loadingNewer && mayAsk(last, past.newerFrom, past.newer)) {
        Object.assign(past, { newer: now, newerFrom: last })
        void timeline.loadNewer().catch(() => null)
      }
    },
    [state, timeline],
  )
}
