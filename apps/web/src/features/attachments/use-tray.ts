import { useParley } from '@parley/client/react'
import { useSyncExternalStore } from 'react'
import { keptByPlace, placeOf } from '../../app/kept-by-place'
import { createTray, type Tray } from './tray'

const traysOf = keptByPlace<Tray>()

/** What goes with the next message of a person in a room; it stays while they look elsewhere. */
export function useTray(userId: string, roomId: string) {
  const client = useParley()
  const trays = traysOf(client)
  const place = placeOf(userId, roomId)
  const tray = trays.get(place) ?? createTray(client.upload)
  trays.set(place, tray)
  return { tray, items: useSyncExternalStore(tray.subscribe, tray.items) }
}
