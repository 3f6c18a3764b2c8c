import type { Unsubscribable } from '@trpc/server/observable'
import { follow, type Subscriber } from './follow.js'
import { createStore, type Store } from './store.js'

/** Keeps a feed for the moment between one component leaving and the next one coming. */
const graceMs = 2_000

export interface FeedOptions<S, E> {
  initial: S
  reduce: (state: S, event: E) => S
  subscribe: (subscriber: Subscriber<E>) => Unsubscribable
}

/** A state that a subscription drives while somebody listens to it. */
export function createFeed<S, E>({ initial, reduce, subscribe }: FeedOptions<S, E>): Store<S> {
  const state = createStore(initial)
  let listeners = 0
  let stop: (() => void) | null = null
  let grace: ReturnType<typeof setTimeout> | undefined
  return {
    get: state.get,
    subscribe(listener) {
      listeners++
      clearTimeout(grace)
      stop ??= follow(subscribe, {
        data: (event) => state.set(reduce(state.get(), event)),
        failed() {
          // Whoever comes next may find it allowed, having joined or logged in.
          stop = null
          state.set(initial)
        },
      })
      const leave = state.subscribe(listener)
      return () => {
        leave()
        if (--listeners > 0) return
        grace = setTimeout(() => {
          stop?.()
          stop = null
          state.set(initial)
        }, graceMs)
      }
    },
  }
}
