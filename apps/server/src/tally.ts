/** Counts by name; of what is at nothing, nothing is kept. */
export interface Tally {
  of(name: string): number
  add(name: string, change: 1 | -1): void
}

export function createTally(): Tally {
  const counts = new Map<string, number>()
  const of = (name: string) => counts.get(name) ?? 0
  return {
    of,
    add(name, change) {
      const left = of(name) + change
      if (left > 0) counts.set(name, left)
      else counts.delete(name)
    },
  }
}
