import { createTimeline, type OwnedTimeline, type TimelineOptions } from './controller.js'
import type { TimelineAction } from './window.js'

export interface Timelines {
  room: (roomId: string) => OwnedTimeline
  thread: (roomId: string, rootId: string) => OwnedTimeline
  /** Tells the timelines of one room that are held. */
  apply: (roomId: string, action: TimelineAction) => void
  applyToAll: (action: TimelineAction) => void
  clear: () => void
}

/** Timelines kept to return to; those that somebody watches are kept besides. */
const kept = 20

export function createTimelines(options: TimelineOptions): Timelines {
  /** By the id of the room, or of where a thread begins. The least recently used first. */
  const held = new Map<string, OwnedTimeline>()

  function take(id: string, create: () => OwnedTimeline): OwnedTimeline {
    const timeline = held.get(id) ?? create()
    held.delete(id)
    held.set(id, timeline)
    letGo()
    return timeline
  }

  return {
    room: (roomId) => take(roomId, () => createTimeline(options, roomId)),
    thread: (roomId, rootId) => take(rootId, () => createTimeline(options, roomId, rootId)),
    apply(roomId, action) {
      for (const timeline of held.values()) if (timeline.roomId === roomId) timeline.apply(action)
    },
    applyToAll(action) {
      for (const timeline of held.values()) timeline.apply(action)
    },
    clear() {
      for (const timeline of held.values()) timeline.close()
      held.clear()
    },
  }

  function letGo() {
    const [...timelines] = held
    for (const [id, timeline] of timelines.slice(0, Math.max(0, timelines.length - kept))) {
      if (timeline.isWatched()) continue
      timeline.close()
      held.delete(id)
    }
  }
}
