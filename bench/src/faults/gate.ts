/** Where everybody waits while nothing is to be done. */
export interface Gate {
  readonly closed: boolean
  close(): void
  open(): void
  /** Waits here while it is closed. */
  pass(): Promise<void>
  /** Settles when this many wait. */
  gathered(count: number): Promise<void>
}

export function createGate(): Gate {
  let closed = false
  let waiting: (() => void)[] = []
  let notice = () => {}
  return {
    get closed() {
      return closed
    },
    close: () => void (closed = true),
    open() {
      closed = false
      const released = waiting
      waiting = []
      for (const release of released) release()
    },
    async pass() {
      if (!closed) return
      await new Promise<void>((release) => {
        waiting.push(release)
        notice()
      })
    },
    async gathered(count) {
      while (waiting.length < count) await new Promise<void>((noticed) => (notice = noticed))
    },
  }
}
