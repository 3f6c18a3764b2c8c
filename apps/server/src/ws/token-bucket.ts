/** How much of something may happen: so much in a second, and so much at once after a rest. */
export interface Rate {
  perSecond: number
  burst: number
}

/** Counts down what is used and fills up with time. */
export class TokenBucket {
  readonly #rate: Rate
  #left: number
  #at = performance.now()

  constructor(rate: Rate) {
    this.#rate = rate
    this.#left = rate.burst
  }

  /** Takes `count`, or nothing; returns the milliseconds until there will be as many, 0 when they were taken. */
  take(count: number): number {
    if (!this.has(count)) return Math.ceil(((count - this.#left) / this.#rate.perSecond) * 1_000)
    this.#left -= count
    return 0
  }

  has(count: number): boolean {
    const { perSecond, burst } = this.#rate
    const now = performance.now()
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1_000) * perSecond)
    this.#at = now
    return this.#left >= count
  }
}
