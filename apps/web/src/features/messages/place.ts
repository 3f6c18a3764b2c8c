import type { Anchor } from './anchor'

/** Where a room was left, kept for the life of the tab. */
export interface Place {
  anchor: Anchor
  /** The newest message then; a newer one now means there is something to open at instead. */
  lastSeq: number
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
const keyOf = (roomId: string) => `parley.place.${roomId}`

/** Storage may be full or forbidden; losing a place is not worth an error. */
export function savePlace(roomId: string, place: Place, store: Store = sessionStorage): void {
  try {
    store.setItem(keyOf(roomId), JSON.stringify(place))
  } catch {}
}

/** The place that was saved, unless there is none or it is not ours to read. */
export function findPlace(roomId: string, store: Store = sessionStorage): Place | null {
  try {
    const place = JSON.parse(store.getItem(keyOf(roomId)) ?? 'null') as Place | null
    return place?.anchor?.at === 'end' || place?.anchor?.at === 'row' ? place : null
  } catch {
    return null
  }
}
