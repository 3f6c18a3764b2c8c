import type { Timeline, TimelineState } from '@parley/client'
import { useConnection } from '@parley/client/react'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { Anchor } from './anchor'
import { chooseOpening, holds, toAnchor } from './opening'
import { findPlace } from './place'
import type { Reading } from './reading'

export interface Opened {
  anchor: Anchor
  /** The message that a link led to. */
  highlightSeq: number | null
}

/** How long the news may keep somebody from what there is. */
const patienceMs = 1_000

/** A reload is noticed once: rooms opened later in the same page are simply opened. */
let reloaded = performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload')

/** Decides where the room, or the thread, opens and loads that part of it; `null` until the list can appear in its place. */
export function useOpening(
  reading: Reading,
  atSeq: number | undefined,
  state: TimelineState,
  timeline: Timeline,
): Opened | null {
  const isOffline = useConnection().status === 'offline'
  // As it was on arrival: reading moves the pointer, and must not move what was decided by it.
  const [opening] = useState(() => chooseOpening({ atSeq, place: findPlace(reading.id), reloaded, room: reading }))
  const [phase, setPhase] = useState<'waiting' | 'fetching' | 'open'>('waiting')
  const [opened, setOpened] = useState<Opened | null>(null)
  const [patient, setPatient] = useState(true)
  useEffect(() => {
    const over = setTimeout(() => setPatient(false), patienceMs)
    return () => clearTimeout(over)
  }, [])

  useLayoutEffect(() => {
    // Of a room that was left a while ago the news is still to come. While nothing comes, what was read before is
    // better than none.
    const hasNews = opening.at !== 'unread' || state.caughtUp || isOffline || !patient
    const isThere = state.status === 'ready' ? hasNews : state.status === 'error' && state.entries.length > 0
    if (phase === 'waiting' && isThere) {
      reloaded = false
      if (opening.at === 'end' ? !state.hasNewer : holds(state, opening.seq)) return setPhase('open')
      setPhase('fetching')
      const fetched = opening.at === 'end' ? timeline.jumpToLatest() : timeline.jumpTo(opening.seq)
      // When it fails the list opens on what there is; it says for itself what it could not load.
      void fetched.catch(() => {}).then(() => setPhase('open'))
    }
    // The store tells of a page up to a frame after the promise does.
    if (phase === 'open' && !opened && state.entries === timeline.get().entries) {
      setOpened({
        anchor: toAnchor(opening, state.entries),
        highlightSeq: opening.at === 'seq' ? opening.seq : null,
      })
    }
  }, [phase, opened, opening, state, timeline, isOffline, patient])
  return opened
}
