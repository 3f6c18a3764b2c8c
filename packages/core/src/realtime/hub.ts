import type { MessageEvent } from '@parley/contract/messages'
import type { Logger } from 'pino'
import { AppError } from '../errors.js'
import { Feed, type FeedOwner } from './feed.js'
import { EventFrames } from './frames.js'
import { createListeners } from './listeners.js'
import { createSequencer } from './sequencer.js'
import { activityTopic, messageTopic, type Topic, topicsOfRoom } from './topics.js'

/** Carries what this process publishes to who listens in it. Truth is the database; the hub only saves reading it. */
export interface Hub {
  /** Starts to listen, in this very tick. It ends with `signal`. Open it first, then read: so nothing falls between. */
  open<T extends object>(owner: FeedOwner, topics: Topic<T>[], signal: AbortSignal): Feed<T>
  /** The same of a room's changes, which come in the order of versions; `version` is one that the room had come to before. */
  openChanges(owner: FeedOwner, roomId: string, version: number, signal: AbortSignal): Feed<MessageEvent>
  /** Up to where a room's changes were delivered here; `undefined` where nobody listens to them. */
  versionOf(roomId: string): number | undefined
  /** The rooms whose changes somebody listens to. */
  listWatched(): string[]
  /** Listens to one more topic, unless the feed has lost it. */
  add<T extends object>(feed: Feed<T>, topic: Topic<T>): void
  /** Under several topics, who listens to more than one of them gets it once. */
  publish<T extends object>(topics: Topic<T> | Topic<T>[], event: T): void
  /** Publishes a change of a room, in the order of versions. */
  publishChange(roomId: string, event: MessageEvent): void
  /** Something may have been written here without being told: who watches the room is given what they lack. */
  recheck(roomId: string): void
  countListeners(topic: Topic<unknown>): number
  /** Whose feeds listen to anything of a room. */
  listListeners(roomId: string): string[]
  /** The person joined: their inboxes hear of the room from now on. */
  grant(userId: string, roomId: string): void
  /** The person may not see the room any more: its feeds of theirs end with `not_found`. */
  revoke(userId: string, roomId: string): void
  /** The session was revoked: its feeds end with `unauthenticated`, and who asked `onRevoked` is told. */
  revokeSession(sessionId: string): void
  /** Calls `listener` when the session is revoked; returns how to stop. */
  onRevoked(sessionId: string, listener: () => void): () => void
  /** For tests and metrics. */
  countFeeds(): number
  close(): void
}

export interface HubParts {
  log: Logger
  /** Hears of every session that is revoked, before anybody else. */
  onRevoked(sessionId: string): void
  /** What changed in a room since a version, in ascending version. */
  readSince(roomId: string, version: number): Promise<MessageEvent[]>
}

export function createHub({ log, onRevoked, readSince }: HubParts): Hub {
  const listeners = createListeners()
  const revocations = new Map<string, Set<() => void>>()
  const sequencer = createSequencer((roomId, event) => publish(messageTopic(roomId), event), readSince, log)

  function publish<T extends object>(topics: Topic<T> | Topic<T>[], event: T): void {
    const feeds = listeners.of(topics)
    if (feeds.size === 0) return
    const frames = new EventFrames(event)
    for (const feed of feeds) {
      try {
        feed.push(event, frames)
      } catch (error) {
        // It ends alone, and whoever listened there comes back and resumes; the others get what is theirs.
        log.error({ err: error, userId: feed.owner.userId }, 'a listener failed')
        feed.cut(new AppError('unavailable', 'This feed failed.'))
      }
    }
  }

  function forget(feed: Feed<object>): void {
    listeners.forget(feed)
    const { roomId } = feed.owner
    if (roomId && listeners.count(messageTopic(roomId)) === 0) sequencer.stop(roomId)
  }

  function open<T extends object>(owner: FeedOwner, topics: Topic<T>[], signal: AbortSignal): Feed<T> {
    const feed: Feed<T> = new Feed<T>(owner, () => forget(feed))
    listeners.enter(feed, topics)
    if (signal.aborted) feed.end()
    else signal.addEventListener('abort', () => feed.end(), { once: true })
    return feed
  }

  return {
    open,
    openChanges(owner, roomId, version, signal) {
      sequencer.open(roomId, version)
      return open(owner, [messageTopic(roomId)], signal)
    },
    versionOf: sequencer.versionOf,
    listWatched: sequencer.rooms,
    add: listeners.add,
    publish,
    publishChange: sequencer.publish,
    recheck: sequencer.recheck,
    countListeners: listeners.count,
    listListeners(roomId) {
      const people = new Set<string>()
      for (const topic of topicsOfRoom(roomId))
        for (const feed of listeners.of<object>(topic)) people.add(feed.owner.userId)
      return [...people]
    },
    grant(userId, roomId) {
      for (const feed of listeners.ofUser(userId)) if (!feed.owner.roomId) listeners.grant(feed, activityTopic(roomId))
    },
    revoke(userId, roomId) {
      for (const feed of listeners.ofUser(userId)) {
        if (feed.owner.roomId === roomId) feed.end(new AppError('not_found', 'This room does not exist.'))
        else listeners.lose(feed, activityTopic(roomId))
      }
    },
    revokeSession(sessionId) {
      onRevoked(sessionId)
      for (const feed of listeners.all())
        if (feed.owner.sessionId === sessionId) feed.end(new AppError('unauthenticated', 'You are logged out.'))
      for (const listener of [...(revocations.get(sessionId) ?? [])]) listener()
    },
    onRevoked(sessionId, listener) {
      const known = revocations.get(sessionId) ?? new Set()
      revocations.set(sessionId, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size === 0) revocations.delete(sessionId)
      }
    },
    countFeeds: () => listeners.all().length,
    close() {
      for (const feed of listeners.all()) feed.end()
    },
  }
}
