import { useMemo, useSyncExternalStore } from 'react'
import type { ConnectionState, SessionState, Store, Timeline, TimelineState } from '../client.js'
import { useParley } from './provider.js'

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get)
}

export function useSession(): SessionState {
  return useStore(useParley().session)
}

export function useConnection(): ConnectionState {
  return useStore(useParley().connection)
}

/** A room's timeline, live while a component uses it. */
export function useTimeline(roomId: string): TimelineState & { timeline: Timeline } {
  const timeline = useParley().room(roomId)
  const state = useStore(timeline)
  return useMemo(() => ({ ...state, timeline }), [state, timeline])
}
