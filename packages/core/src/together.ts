import DataLoader from 'dataloader'
import { createGathering, type Door } from './gathering.js'

/**
 * Makes one read of what many ask for at the same time, so that ten thousand who come back after a restart cost a few
 * hundred. Nothing is kept: a read begins after the last of them has asked, so that it is as fresh for each as one of
 * their own. `read` gets each key once, by what `keyOf` says of it, and answers in the order of the keys.
 */
export type Together = <K, V>(
  read: (keys: readonly K[]) => Promise<V[]>,
  options?: { keyOf?: (key: K) => string; crowdMs?: number },
) => (key: K) => Promise<V>

/** Whom one read answers go on in the same turn of the event loop: no more than it can bear. */
const most = 100

/** `crowdMs`: how long is waited for the next who ask, while a crowd waits at the door. */
export const createTogether =
  (door: Readonly<Door>): Together =>
  (read, { keyOf = String, crowdMs } = {}) => {
    const loader = new DataLoader(
      async (keys: readonly Parameters<typeof keyOf>[0][]) => {
        const once = new Map(keys.map((key) => [keyOf(key), key]))
        const values = await read([...once.values()])
        const byKey = new Map([...once.keys()].map((key, at) => [key, values[at]]))
        return keys.map((key) => byKey.get(keyOf(key)) as (typeof values)[number])
      },
      { cache: false, maxBatchSize: most, batchScheduleFn: createGathering(door, crowdMs) },
    )
    return (key) => loader.load(key)
  }
