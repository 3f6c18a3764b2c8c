import { createTimeline, type OwnedTimeline, type TimelineOptions } from './controller.js'
import type { TimelineAction } from './window.js'

export interface Timelines {
  room: (roomId: string) => OwnedTimeline
  /** Tells the timeline of one room, if it is held. */
  apply: (roomId: string, action: TimelineAction) => void
  applyToAll: (action: TimelineAction) => void
  clear: () => void
}

/** Rooms kept to return to; those that somebody watches are kept besides. */
const keptRooms = 20

export function createTimelines(options: TimelineOptions): Timelines {
  /** The least recently used first. */
  const held = new Map<string, OwnedTimeline>()
  return {
    room(roomId) {
      const timeline = held.get(roomId) ?? createTimeline(options, roomId)
      held.delete(roomId)
      held.set(roomId, timeline)
      letGo()
      return timeline
    },
    apply: (roomId, action) => held.get(roomId)?.apply(action),
    applyToAll(action) {
      for (const timeline of held.values()) timeline.apply(action)
    },
    clear() {
      for (const timeline of held.values()) timeline.close()
      held.clear()
    },
  }

  function letGo() {
    const [...rooms] = held
    for (const [roomId, timeline] of rooms.slice(0, Math.max(0, rooms.length - keptRooms))) {
      if (timeline.isWatched()) continue
      timeline.close()
      held.delete(roomId)
    }
  }
}
