/** What a subscription has said so far, and waiting for more. */
export interface Collected<T> {
  readonly items: T[]
  readonly error: unknown
  /** Waits for the first item that fits, seen already or not. */
  until(fits: (item: T) => boolean): Promise<T>
  /** Waits until there are `count` items and returns the first that many. */
  take(count: number): Promise<T[]>
  /** Waits for the subscription to fail. */
  failed(): Promise<unknown>
  stop(): void
}

interface Handlers<T> {
  onData(item: T): void
  onError(error: unknown): void
  onComplete(): void
}

const patienceMs = 10_000

/** Collects what `subscribe` gives; each wait fails with what was there after ten seconds. */
export function collect<T>(subscribe: (handlers: Handlers<T>) => { unsubscribe(): void }): Collected<T> {
  const items: T[] = []
  const waiting = new Set<() => void>()
  let error: unknown
  const notice = () => {
    for (const check of [...waiting]) check()
  }
  const subscription = subscribe({
    onData(item) {
      items.push(item)
      notice()
    },
    onError(cause) {
      error = cause
      notice()
    },
    onComplete: notice,
  })

  function wait<R>(what: string, find: () => R | undefined): Promise<R> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => done(() => reject(new Error(`No ${what} in time; got ${describe(items, error)}`))),
        patienceMs,
      )
      const done = (settle: () => void) => {
        clearTimeout(timer)
        waiting.delete(check)
        settle()
      }
      const check = () => {
        const found = find()
        if (found !== undefined) done(() => resolve(found))
        else if (error !== undefined && what !== 'failure') done(() => reject(error))
      }
      waiting.add(check)
      check()
    })
  }

  return {
    items,
    get error() {
      return error
    },
    until: (fits) => wait('fitting item', () => items.find(fits)),
    take: (count) => wait(`${count} items`, () => (items.length >= count ? items.slice(0, count) : undefined)),
    failed: () => wait('failure', () => error),
    stop: () => subscription.unsubscribe(),
  }
}

const describe = (items: unknown[], error: unknown) => `${JSON.stringify(items)}${error ? ` and ${String(error)}` : ''}`
