import { createGathering, type Door } from './gathering.js'

interface Options<K> {
  /** Who asks for the same gets the same answer. */
  keyOf(key: K): string
  /** What a key adds to a read: one, if nothing is said. */
  sizeOf?(key: K): number
  /** How much one read may bring; a single key may be more. */
  most: number
  /** How long the next who ask are waited for, while a crowd waits at the door. */
  crowdMs?: number
}

/** Whom a read answers: at least one. */
type Keys<K> = [K, ...K[]]

/**
 * Makes one read of what many ask for at the same time, so that ten thousand who come back after a restart cost a few
 * hundred. Nothing is kept (DataLoader keeps its last batch): a read begins after the last of them has asked, so that it
 * is as fresh for each as one of their own. `read` answers in the order of its keys, each of which it gets once.
 */
export type Together = ReturnType<typeof createTogether>

/** A read that has not begun. */
interface Batch<K, V> {
  keys: Map<string, K>
  size: number
  answers: Promise<Map<string, V>>
}

export const createTogether =
  (door: Readonly<Door>) =>
  <K, V>(
    { keyOf, sizeOf = () => 1, most, crowdMs }: Options<K>,
    read: (keys: Keys<K>) => Promise<V[]>,
  ): ((key: K) => Promise<V>) => {
    const gather = createGathering(door, crowdMs)
    const waiting = new Set<Batch<K, V>>()

    function open(): Batch<K, V> {
      const keys = new Map<string, K>()
      const answers = new Promise<void>(gather).then(async () => {
        waiting.delete(batch)
        const values = await read([...keys.values()] as Keys<K>)
        return new Map([...keys.keys()].map((id, at) => [id, values[at] as V]))
      })
      const batch: Batch<K, V> = { keys, size: 0, answers }
      waiting.add(batch)
      return batch
    }

    return async (key) => {
      const [id, size] = [keyOf(key), sizeOf(key)]
      const batches = [...waiting]
      const shared = batches.find(({ keys }) => keys.has(id))
      const batch = shared ?? batches.find((one) => one.size + size <= most) ?? open()
      if (!shared) {
        batch.keys.set(id, key)
        batch.size += size
      }
      return (await batch.answers).get(id) as V
    }
  }
