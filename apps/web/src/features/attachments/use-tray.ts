import type { ParleyClient } from '@parley/client'
import { useParley } from '@parley/client/react'
import { useSyncExternalStore } from 'react'
import { createTray, type Tray } from './tray'

const trays = new WeakMap<ParleyClient, Map<string, Tray>>()

/** What goes with the next message of a person in a room; it stays while they look elsewhere. */
export function useTray(userId: string, roomId: string) {
  const client = useParley()
  const mine = trays.get(client) ?? new Map<string, Tray>()
  trays.set(client, mine)
  const key = `${userId} ${roomId}`
  const tray = mine.get(key) ?? createTray(client.upload)
  mine.set(key, tray)
  return { tray, items: useSyncExternalStore(tray.subscribe, tray.items) }
}
