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

/** A room's timeline, or with `rootId` that of a thread, live while a component uses it. */
export function useTimeline(roomId: string, rootId?: string): TimelineState & { timeline: Timeline } {
  const client = useParley()
  const timeline = rootId === undefined ? client.room(roomId) : client.thread(roomId, rootId)
  const state = useStore(timeline)
  return useMemo(() => ({ ...state, timeline }), [state, timeline])
}
