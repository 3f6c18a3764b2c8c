import type { Message } from '@parley/contract/messages'
import type { PresenceEvent } from '@parley/contract/presence'
import type { ReceiptEvent } from '@parley/contract/receipts'
import type { TypingEvent } from '@parley/contract/typing'
import type { UserRef } from '@parley/contract/users'
import type { ParleyClient } from './client.js'
import { createFeed } from './feed.js'
import { reducePresence, type Presences } from './presence.js'
import { reduceReceipts, type Receipts } from './receipts.js'
import type { Store } from './store.js'
import { reduceTyping } from './typing.js'

export type PresenceTarget = { roomId: string } | { userIds: string[] }

/** The ephemeral states, one subscription each however many components look at them. */
export interface Feeds {
  receipts: (roomId: string) => Store<Receipts>
  typing: (roomId: string) => Store<readonly UserRef[]>
  presence: (target: PresenceTarget) => Store<Presences>
}

export function createFeeds({ trpc, onSaid }: ParleyClient): Feeds {
  return {
    receipts: remember((roomId: string) =>
      createFeed<Receipts, ReceiptEvent>({
        initial: new Map(),
        reduce: reduceReceipts,
        subscribe: (subscriber) => trpc.receipts.watch.subscribe({ roomId }, subscriber),
      }),
    ),
    typing: remember((roomId: string) =>
      createFeed<readonly UserRef[], TypingEvent | { said: Message }>({
        initial: [],
        reduce: reduceTyping,
        subscribe(subscriber) {
          const feed = trpc.typing.watch.subscribe({ roomId }, subscriber)
          const deafen = onSaid((said) => said.roomId === roomId && subscriber.onData({ said }))
          return { unsubscribe: () => (deafen(), feed.unsubscribe()) }
        },
      }),
    ),
    presence: remember((target: PresenceTarget) =>
      createFeed<Presences, PresenceEvent>({
        initial: new Map(),
        reduce: reducePresence,
        subscribe: (subscriber) => trpc.presence.watch.subscribe(target, subscriber),
      }),
    ),
  }
}

/** One value for equal keys. */
function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<string, V>()
  return (key) => {
    const name = JSON.stringify(key)
    const value = made.get(name) ?? make(key)
    made.set(name, value)
    return value
  }
}
