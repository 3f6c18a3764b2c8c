import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

// Randomness is asked of the system for many ids at once: asking costs more than the id.
const pool = new Uint8Array(16 * 256)
let used = pool.length

/** A new UUIDv7: unique, and near in the index to its neighbours in time. It orders nothing. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += 16))
  return v7({ random })
}
