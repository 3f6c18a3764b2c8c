import type { Timeline, TimelineState } from '@parley/client'
import { useCallback, useLayoutEffect, useState } from 'react'
import { holds } from './opening'

/** A message by its `seq`, or the end of the room. */
export type Destination = number | 'end'

/** Goes to a part of the room that may have to be fetched first; the view stays where it is until it is there. */
export function useJump(state: TimelineState, timeline: Timeline, arrive: (to: Destination) => void) {
  const [target, setTarget] = useState<{ to: Destination; fetched: boolean } | null>(null)

  useLayoutEffect(() => {
    if (target === null) return
    const there = target.to === 'end' ? !state.hasNewer : holds(state, target.to)
    // What the server does not have either is as near as it gets.
    const settled = target.fetched && state.entries === timeline.get().entries
    if (!there && !settled) return
    setTarget(null)
    arrive(target.to)
  }, [target, state, timeline, arrive])

  return useCallback(
    (to: Destination) => {
      setTarget({ to, fetched: false })
      const fetching = to === 'end' ? timeline.jumpToLatest() : timeline.jumpTo(to)
      void fetching.then(
        () => setTarget((current) => (current?.to === to ? { to, fetched: true } : current)),
        () => setTarget(null),
      )
    },
    [timeline],
  )
}
