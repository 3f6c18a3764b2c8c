import type { OutboxStorage, Pending } from '@parley/client'

export interface WaitingMessages {
  /** How many messages wait to be sent. */
  get: () => number
  subscribe: (changed: () => void) => () => void
}

/** Counts what goes through an outbox's storage. In memory as well, because a full storage keeps nothing. */
export function countWaiting(storage: OutboxStorage): OutboxStorage & { waiting: WaitingMessages } {
  const held = new Map<string, Pending>()
  let owner: string | null = null
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    waiting: {
      get: () => [...held.values()].filter(({ state }) => state === 'sending').length,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    load(userId) {
      // What somebody else has written here waits for them, and is not this person's to count.
      if (userId !== owner) held.clear()
      owner = userId
      const stored = storage.load(userId)
      for (const pending of stored) held.set(pending.clientId, pending)
      changed()
      return stored
    },
    put(userId, pending) {
      held.set(pending.clientId, pending)
      storage.put(userId, pending)
      changed()
    },
    remove(userId, clientId) {
      held.delete(clientId)
      storage.remove(userId, clientId)
      changed()
    },
  }
}
