import type { Feed } from './feed.js'
import type { Topic } from './topics.js'

type AnyFeed = Feed<object>

/** Which feeds listen to which topics, and whose they are. */
export interface Listeners {
  enter<T extends object>(feed: Feed<T>, topics: Topic<T>[]): void
  /** Listens to one more topic, unless the feed has lost it. */
  add<T extends object>(feed: Feed<T>, topic: Topic<T>): void
  /** Listens to a topic, lost or not. */
  grant<T extends object>(feed: Feed<T>, topic: Topic<T>): void
  /** It stays lost until it is granted, whatever was read of the database before. */
  lose<T extends object>(feed: Feed<T>, topic: Topic<T>): void
  forget<T extends object>(feed: Feed<T>): void
  count(topic: Topic<unknown>): number
  of<T extends object>(topics: Topic<T> | Topic<T>[]): ReadonlySet<Feed<T>>
  ofUser(userId: string): Feed<object>[]
  all(): Feed<object>[]
}

const none: ReadonlySet<AnyFeed> = new Set()

export function createListeners(): Listeners {
  const byTopic = new Map<string, Set<AnyFeed>>()
  const byUser = new Map<string, Set<AnyFeed>>()
  /** Each feed's topics; `false`: lost. */
  const topicsOf = new Map<AnyFeed, Map<string, boolean>>()

  function add(feed: AnyFeed, topic: string): void {
    const topics = topicsOf.get(feed)
    if (!topics || topics.get(topic) === false) return
    topics.set(topic, true)
    put(byTopic, topic, feed)
  }

  return {
    enter(feed, topics) {
      topicsOf.set(feed, new Map())
      put(byUser, feed.owner.userId, feed)
      for (const topic of topics) add(feed, topic)
    },
    add,
    grant(feed, topic) {
      topicsOf.get(feed)?.delete(topic)
      add(feed, topic)
    },
    lose(feed, topic) {
      topicsOf.get(feed)?.set(topic, false)
      take(byTopic, topic, feed)
    },
    forget(feed) {
      for (const topic of topicsOf.get(feed)?.keys() ?? []) take(byTopic, topic, feed)
      topicsOf.delete(feed)
      take(byUser, feed.owner.userId, feed)
    },
    count: (topic) => byTopic.get(topic)?.size ?? 0,
    of: <T extends object>(topics: Topic<T> | Topic<T>[]) => {
      const [first = none, ...more] = [topics].flat().flatMap((topic) => byTopic.get(topic) ?? [])
      // Of several topics mostly one has listeners: nothing is copied for it.
      const found = more.length > 0 ? new Set([first, ...more].flatMap((feeds) => [...feeds])) : first
      return found as ReadonlySet<Feed<T>>
    },
    ofUser: (userId) => [...(byUser.get(userId) ?? none)],
    all: () => [...topicsOf.keys()],
  }
}

function put<V>(map: Map<string, Set<V>>, key: string, value: V): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

function take<V>(map: Map<string, Set<V>>, key: string, value: V): void {
  const set = map.get(key)
  if (set?.delete(value) && set.size === 0) map.delete(key)
}
