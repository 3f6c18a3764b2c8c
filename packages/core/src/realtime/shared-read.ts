import { createGathering, type Door } from '../gathering.js'

/**
 * Reads the same thing once for all who ask for it together. After a restart a room's watchers come
 * back together and lack the same messages: a hundred of them cost one query. The read begins after the last of them
 * asked, so that it is as fresh for each as one of their own.
 */
export type SharedRead<T> = (key: string, read: () => Promise<T>) => Promise<T>

export function createSharedRead<T>(door?: Readonly<Door>): SharedRead<T> {
  const waiting = new Map<string, Promise<T>>()
  const gather = createGathering(door)
  return (key, read) => {
    const known = waiting.get(key)
    if (known) return known
    const result = new Promise<void>(gather).then(() => {
      waiting.delete(key)
      return read()
    })
    waiting.set(key, result)
    return result
  }
}
