/** A value that changes over time; fits React's `useSyncExternalStore`. */
export interface Store<T> {
  /** The same reference while nothing changed. */
  get: () => T
  subscribe: (listener: () => void) => () => void
}

export interface WritableStore<T> extends Store<T> {
  set: (value: T) => void
}

export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial
  const listeners = createListeners()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      listeners.notify()
    },
    subscribe: listeners.add,
  }
}

export interface Listeners {
  add: (listener: () => void) => () => void
  notify: () => void
  size: () => number
}

export function createListeners(): Listeners {
  // Each subscription is its own entry, so that one function may subscribe twice.
  const entries = new Set<{ listener: () => void }>()
  return {
    add(listener) {
      const entry = { listener }
      entries.add(entry)
      return () => void entries.delete(entry)
    },
    notify() {
      for (const { listener } of entries) listener()
    },
    size: () => entries.size,
  }
}

/**
 * Calls `run` at once, then at most every `ms`. Each frame of a socket is a task of its own, and a render for each of a
 * thousand messages would freeze the page.
 */
export function throttle(run: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let again = false
  const tick = () => {
    timer = null
    if (again) start()
  }
  const start = () => {
    again = false
    timer = setTimeout(tick, ms)
    run()
  }
  return () => {
    if (timer) again = true
    else start()
  }
}
