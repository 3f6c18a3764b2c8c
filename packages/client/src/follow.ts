import type { Unsubscribable } from '@trpc/server/observable'
import { retryDelay } from './backoff.js'
import { toProblem, type Problem } from './problem.js'

export interface Subscriber<T> {
  onStarted: () => void
  onData: (data: T) => void
  onError: (error: unknown) => void
  onComplete: () => void
}

export interface FollowHandlers<T> {
  data: (data: T) => void
  /** Also after every interruption; what is not resumed starts afresh here. */
  started?: () => void
  failed?: (problem: Problem) => void
}

/** Keeps a subscription going until stopped, also when a server that shuts down ends it without an error. */
export function follow<T>(
  subscribe: (subscriber: Subscriber<T>) => Unsubscribable,
  { data, started, failed }: FollowHandlers<T>,
): () => void {
  let stopped = false
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let current: Unsubscribable | undefined
  const start = () => {
    current = subscribe({
      onStarted: () => !stopped && started?.(),
      onData(event) {
        attempt = 0
        if (!stopped) data(event)
      },
      onError: (error) => !stopped && failed?.(toProblem(error)),
      onComplete() {
        if (!stopped) timer = setTimeout(start, retryDelay(attempt++))
      },
    })
  }
  start()
  return () => {
    stopped = true
    clearTimeout(timer)
    current?.unsubscribe()
  }
}
