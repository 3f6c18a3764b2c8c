/** Numbers that are the same at every run of the seed, so that a demo and its tests always show the same. */
export interface Random {
  /** From 0 to 1, 1 excluded. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(all: readonly T[]): T
  shuffle<T>(all: readonly T[]): T[]
  uuid(): string
  /** Sorts by time, as the ids that the server makes. */
  uuidAt(time: number): string
}

/** mulberry32: short, and even enough for talk. */
export function createRandom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join('')
  const shuffle = <T>(all: readonly T[]): T[] =>
    all
      .map((one) => ({ one, order: next() }))
      .toSorted((a, b) => a.order - b.order)
      .map(({ one }) => one)
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (all) => {
      if (all.length === 0) throw new Error('There is nothing to pick from.')
      return all[between(0, all.length - 1)] as (typeof all)[number]
    },
    shuffle,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
    uuidAt: (time) => {
      const at = Math.floor(time).toString(16).padStart(12, '0')
      return `${at.slice(0, 8)}-${at.slice(8)}-7${hex(3)}-b${hex(3)}-${hex(12)}`
    },
  }
}
