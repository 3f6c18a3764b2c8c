import type { Message, MessageEvent } from '@parley/contract/messages'
import type { AppRouter } from '@parley/router/root'
import type { TRPCClient } from '@trpc/client'
import { keepTrying, type Alarm } from '../backoff.js'
import { follow } from '../follow.js'
import type { Outbox } from '../outbox.js'
import type { Pending } from '../outbox-storage.js'
import { isGone, toProblem, type Problem } from '../problem.js'
import type { Session } from '../session.js'
import { createListeners, throttle } from '../store.js'
import { createChanges, deleted, edited, pinned, reacted, type Change } from './changes.js'
import { toEntries } from './entries.js'
import type { Timeline, TimelineState } from './timeline.js'
import {
  emptied,
  emptyWindow,
  holds,
  reduceTimeline,
  type LandedPage,
  type Part,
  type TimelineAction,
} from './window.js'

/** What the client does with its timelines. */
export interface OwnedTimeline extends Timeline {
  roomId: string
  apply: (action: TimelineAction) => void
  isWatched: () => boolean
  /** Ends it for good, as when another person logs in. */
  close: () => void
}

export interface TimelineOptions {
  trpc: TRPCClient<AppRouter>
  outbox: Outbox
  session: Session
  alarm: Alarm
  now: () => number
  /** Told of each message that its feed brings for the first time. */
  said: (message: Message) => void
  /** Told of all that a room's feed brings. */
  heard: (event: MessageEvent, roomId: string) => void
}

type PageInput = { cursor?: string | null; aroundSeq?: number; limit?: number }

const graceMs = 5_000
/** How much of a long timeline is kept when the last one leaves, or when who looks at its end says so. */
const keptMessages = 300
const frameMs = 16

/** Of a room, or with `rootId` of one of its threads. */
export function createTimeline(options: TimelineOptions, roomId: string, rootId: string | null = null): OwnedTimeline {
  const { trpc, outbox, session, alarm, now, said, heard } = options
  const listeners = createListeners()
  const notify = throttle(listeners.notify, frameMs)
  const changes = createChanges(touch)
  let window = { ...emptyWindow, rootId }
  let ended: Pick<TimelineState, 'status' | 'error'> | null = null
  let snapshot: TimelineState | null = null
  let unwatch: (() => void) | null = null
  let caughtUp = false
  let lastSeq = 0
  let grace: ReturnType<typeof setTimeout> | undefined
  const leaveOutbox = outbox.subscribe(touch)

  return {
    roomId,
    get,
    subscribe(listener) {
      const leave = listeners.add(listener)
      clearTimeout(grace)
      if (!unwatch || (ended && listeners.size() === 1)) watch()
      return () => {
        leave()
        if (listeners.size() === 0) grace = setTimeout(rest, graceMs)
      }
    },
    apply,
    isWatched: () => listeners.size() > 0,
    close() {
      rest()
      leaveOutbox()
      window = emptied(window)
      touch()
    },
    async loadOlder() {
      if (!window.hasOlder || window.loading.older || window.loading.page) return
      const { olderCursor, messages } = window
      await load('older', olderCursor ? { cursor: olderCursor } : { aroundSeq: messages[0]!.seq, limit: 100 })
    },
    async loadNewer() {
      if (!window.hasNewer || window.loading.newer || window.loading.page) return
      await load('newer', { cursor: window.newerCursor })
    },
    async jumpTo(seq) {
      if (!holds(window, seq)) await load('page', { aroundSeq: seq })
    },
    jumpToLatest,
    trim,
    send(body, { replyTo, attachments, alsoToRoom } = {}) {
      const clientId = outbox.add({ roomId, body, replyTo, attachments, threadRootId: rootId, alsoToRoom })
      if (window.hasNewer) void jumpToLatest().catch(() => null)
      return clientId
    },
    retry: outbox.retry,
    discard: outbox.discard,
    edit: (messageId, body) =>
      change(edited(messageId, body, new Date(now())), () => trpc.messages.edit.mutate({ messageId, body })),
    delete: (messageId) =>
      change(deleted(messageId, new Date(now())), () => trpc.messages.delete.mutate({ messageId })),
    react,
    toggleReaction,
    pin: (messageId, on) =>
      change(pinned(messageId, on ? new Date(now()) : null), () => trpc.messages.pin.mutate({ messageId, on })),
  }

  function watch() {
    unwatch?.()
    ended = null
    caughtUp = false
    // Each time it begins again it resumes from what is held by then.
    const resumeFrom = () => (window.version === null ? null : String(window.version))
    unwatch = follow<{ data: MessageEvent }>(
      (subscriber) => trpc.messages.watch.subscribe({ roomId, lastEventId: resumeFrom() }, subscriber),
      { data: ({ data }) => receive(data), failed: end },
    )
    touch()
  }

  function rest() {
    clearTimeout(grace)
    unwatch?.()
    unwatch = null
    setCaughtUp(false)
    trim()
  }

  function setCaughtUp(next: boolean) {
    if (next === caughtUp) return
    caughtUp = next
    touch()
  }

  function trim() {
    apply({ type: 'trimmed', keep: keptMessages })
  }

  /** Subscribed first, listed after `ready`: nothing falls between the two. */
  function receive(event: MessageEvent) {
    lastSeq = Math.max(lastSeq, window.messages.at(-1)?.seq ?? 0)
    apply({ type: 'event', event })
    if (event.type !== 'message') setCaughtUp(true)
    // A thread's feed is its room's again.
    if (rootId === null) heard(event, roomId)
    if (rootId === null && event.type === 'message' && event.message.seq > lastSeq) said(event.message)
    if (event.type === 'message' && event.message.sender.id === session.state.get().user?.id) {
      outbox.settle(event.message.clientId)
    }
    if (event.type !== 'message' && !window.loaded && !window.loading.page) void load('page', {}).catch(() => null)
  }

  function fetchPage(input: PageInput): Promise<LandedPage> {
    return rootId === null
      ? trpc.messages.list.query({ roomId, ...input })
      : trpc.messages.thread.query({ messageId: rootId, ...input })
  }

  async function load(part: Part, input: PageInput) {
    apply({ type: 'asked', part })
    const { generation } = window
    const wanted = () => window.generation === generation
    try {
      const page = await keepTrying(alarm, () => fetchPage(input), wanted)
      apply({ type: 'landed', part, generation, page })
    } catch (error) {
      if (!wanted()) return
      apply({ type: 'failed', part, generation })
      if (!window.loaded) end(toProblem(error))
      throw error
    }
  }

  async function jumpToLatest() {
    if (ended) watch()
    else if (!window.loaded || window.hasNewer) await load('page', {})
  }

  function end(problem: Problem) {
    const { appCode, message } = problem
    ended = { status: isGone(problem) ? 'gone' : 'error', error: { appCode, message } }
    // What is no longer for this person must not stay on the screen.
    if (isGone(problem)) window = emptied(window)
    touch()
  }

  function react(messageId: string, emoji: string, on: boolean) {
    const shown = reacted(messageId, emoji, on, selfId())
    return change(shown, () => trpc.messages.react.mutate({ messageId, emoji, on }))
  }

  async function toggleReaction(messageId: string, emoji: string) {
    const message = find(messageId)
    const reaction = message?.reactions.find((one) => one.emoji === emoji)
    const isNamed = reaction?.userIds.includes(selfId()) ?? false
    if (isNamed || reaction?.userIds.length === reaction?.count) return react(messageId, emoji, !isNamed)
    // One's own may be among those that are not named. Done already, it changes nothing: then it is to be taken back.
    const call = { messageId, emoji }
    const answer = await trpc.messages.react.mutate({ ...call, on: true })
    const wasOn = answer.version === message?.version
    apply({ type: 'confirmed', message: wasOn ? await trpc.messages.react.mutate({ ...call, on: false }) : answer })
  }

  function selfId(): string {
    return session.state.get().user?.id ?? ''
  }

  /** As it is shown: with the changes that are under way. */
  function find(messageId: string): Message | undefined {
    const { entries, root } = get()
    return [...entries, ...(root ? [root] : [])].find(({ message }) => message.id === messageId)?.message
  }

  async function change(shown: Change, call: () => Promise<Message>) {
    await changes.show(shown, async () => apply({ type: 'confirmed', message: await call() }))
  }

  function apply(action: TimelineAction) {
    const next = reduceTimeline(window, action)
    if (next === window) return
    window = next
    touch()
  }

  function get(): TimelineState {
    return (snapshot ??= view())
  }

  function touch() {
    snapshot = null
    notify()
  }

  function view(): TimelineState {
    const me = session.state.get().user
    const isHere = ({ threadRootId, alsoToRoom }: Pending) =>
      rootId === null ? threadRootId === undefined || alsoToRoom === true : threadRootId === rootId
    const pending = outbox.pending().filter((item) => item.roomId === roomId && isHere(item))
    const root = window.root && toEntries([window.root], changes.shown(), [], me)[0]!
    return {
      status: window.loaded ? 'ready' : 'loading',
      error: null,
      ...ended,
      entries: toEntries(window.messages, changes.shown(), pending, me),
      root,
      hasOlder: window.hasOlder,
      hasNewer: window.hasNewer,
      loadingOlder: window.loading.older,
      loadingNewer: window.loading.newer,
      caughtUp,
      version: window.version ?? 0,
      newerCount: window.beyond.size,
    }
  }
}
