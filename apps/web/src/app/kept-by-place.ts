import type { ParleyClient } from '@parley/client'

/** What a person has under way in each room or thread, for as long as the page is open: it stays while they look elsewhere. */
export function keptByPlace<T>(): (client: ParleyClient) => Map<string, T> {
  const kept = new WeakMap<ParleyClient, Map<string, T>>()
  return (client) => {
    const places = kept.get(client) ?? new Map<string, T>()
    kept.set(client, places)
    return places
  }
}

export const placeOf = (userId: string, placeId: string): string => `${userId} ${placeId}`
