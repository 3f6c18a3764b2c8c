/** Runs something per key at once, and then at most once in a while: what comes in between runs together at its end. */
export interface Pace {
  touch(key: string): void
  close(): void
}

/** `pauseOf`: how long the while is, in milliseconds. */
export function createPace(pauseOf: (key: string) => number, run: (key: string) => void): Pace {
  const pausing = new Map<string, { timer: NodeJS.Timeout; again: boolean }>()

  function touch(key: string): void {
    const pause = pausing.get(key)
    if (pause) {
      pause.again = true
      return
    }
    const timer = setTimeout(() => {
      const again = pausing.get(key)?.again
      pausing.delete(key)
      if (again) touch(key)
    }, pauseOf(key))
    pausing.set(key, { timer, again: false })
    run(key)
  }

  return {
    touch,
    close() {
      for (const { timer } of pausing.values()) clearTimeout(timer)
      pausing.clear()
    },
  }
}
