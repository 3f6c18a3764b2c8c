/** What became of an attack, as those who make it see it. */
export interface Tally {
  /** Frames, or for those who never get as far, bytes of a request. */
  sent: number
  opened: number
  mostOpen: number
  /** Upgrades by the HTTP status that refused them. */
  refused: Record<string, number>
  /** Sockets by the code they were closed with; `cut` without one. */
  closed: Record<string, number>
  /** Calls by the code of the error that answered them; the others are `ok`. */
  answered: Record<string, number>
}

export const noTally = (): Tally => ({ sent: 0, opened: 0, mostOpen: 0, refused: {}, closed: {}, answered: {} })

export const count = (counts: Record<string, number>, what: string | number, by = 1): void => {
  counts[what] = (counts[what] ?? 0) + by
}

/** `1008: 12, cut: 3`. */
export const describe = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([what, times]) => `${what}: ${times}`)
    .join(', ')
