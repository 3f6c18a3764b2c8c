import type { Message, MessageEvent, MessagePage } from '@parley/contract/messages'
import type { UserRef } from '@parley/contract/users'
import { isMain, renameSender, requote, upsertMessage, type Messages } from '../messages.js'

/** Which part of the timeline a request is for: the page that replaces all others, or one at an edge. */
export type Part = 'page' | 'older' | 'newer'

/** The contiguous run of a room's main timeline, or of one of its threads, that is held, and how it continues. */
export interface TimelineWindow {
  /** Where the thread begins; `null`: this is the main timeline. */
  readonly rootId: string | null
  /** The message that a thread answers, where one may see it. */
  readonly root: Message | null
  /** Counts replacements; an answer to a request of an earlier one is dropped. */
  readonly generation: number
  /** Whether a first page has landed. */
  readonly loaded: boolean
  readonly messages: Messages
  readonly hasOlder: boolean
  readonly hasNewer: boolean
  readonly olderCursor: string | null
  readonly newerCursor: string | null
  readonly loading: Readonly<Record<Part, boolean>>
  /** The last version seen, to resume from; `null` before the first `ready`. */
  readonly version: number | null
  /** `seq` of what arrived past the end of a window that is not at the end of the room. */
  readonly beyond: ReadonlySet<number>
  /** What arrived while a page was on its way: the page may have been read before it. */
  readonly aside: ReadonlyMap<string, Message>
  /** Versions of quoted messages outside the window, so that a repeated event rewrites nothing back. */
  readonly quoted: ReadonlyMap<string, number>
}

/** That of a thread says what it answers. */
export type LandedPage = MessagePage & { root?: Message | null }

export type TimelineAction =
  | { type: 'event'; event: MessageEvent }
  /** The answer to one's own call. It may be ahead of the feed, so `version` stays. */
  | { type: 'confirmed'; message: Message }
  | { type: 'renamed'; user: UserRef }
  | { type: 'asked'; part: Part }
  | { type: 'landed'; part: Part; generation: number; page: LandedPage }
  | { type: 'failed'; part: Part; generation: number }
  /** Lets go of old messages that nobody looks at; not while the window is away from the end or a page on its way. */
  | { type: 'trimmed'; keep: number }

const notLoading = { page: false, older: false, newer: false }
/** Enough to say "999+". */
const maxCounted = 1_000

export const emptyWindow: TimelineWindow = {
  rootId: null,
  root: null,
  generation: 0,
  loaded: false,
  messages: [],
  hasOlder: false,
  hasNewer: false,
  olderCursor: null,
  newerCursor: null,
  loading: notLoading,
  version: null,
  beyond: new Set(),
  aside: new Map(),
  quoted: new Map(),
}

/** Nothing of it is held any more; what is on its way is of before. */
export const emptied = ({ rootId, generation }: TimelineWindow, version: number | null = null): TimelineWindow => ({
  ...emptyWindow,
  rootId,
  version,
  generation: generation + 1,
})

export function reduceTimeline(window: TimelineWindow, action: TimelineAction): TimelineWindow {
  switch (action.type) {
    case 'event':
      return reduceEvent(window, action.event)
    case 'confirmed':
      return receive(window, action.message)
    case 'renamed':
      return rename(window, action.user)
    case 'asked':
      return action.part === 'page'
        ? { ...window, generation: window.generation + 1, loading: { ...notLoading, page: true } }
        : { ...window, loading: { ...window.loading, [action.part]: true } }
    case 'landed':
      return action.generation === window.generation ? land(window, action.part, action.page) : window
    case 'failed':
      return action.generation === window.generation ? settle(window, action.part) : window
    case 'trimmed':
      return trim(window, action.keep)
  }
}

function reduceEvent(window: TimelineWindow, event: MessageEvent): TimelineWindow {
  if (event.type === 'reset') return emptied(window, event.version)
  const next = event.type === 'message' ? receive(window, event.message) : window
  const version = Math.max(window.version ?? 0, event.version)
  return version === next.version ? next : { ...next, version }
}

function receive(window: TimelineWindow, message: Message): TimelineWindow {
  const next = place(window, message)
  return isIdle(window) ? next : { ...next, aside: keepNewer(window.aside, message) }
}

function rename(window: TimelineWindow, user: UserRef): TimelineWindow {
  const [root = null] = renameSender(window.root ? [window.root] : [], user)
  return { ...window, root, messages: renameSender(window.messages, user) }
}

/** Whether it is of this timeline. */
const isOf = ({ rootId }: TimelineWindow, message: Message) =>
  rootId === null ? isMain(message) : message.threadRootId === rootId

function place(window: TimelineWindow, message: Message): TimelineWindow {
  return message.id === window.rootId ? placeRoot(window, message) : placeOne(window, message)
}

/** Its answers may quote it too. */
function placeRoot(window: TimelineWindow, message: Message): TimelineWindow {
  const next = requoteOutside(window, message)
  return window.root && window.root.version >= message.version ? next : { ...next, root: message }
}

function placeOne(window: TimelineWindow, message: Message): TimelineWindow {
  if (isOf(window, message) && belongs(window, message.seq)) {
    const messages = upsertMessage(window.messages, message)
    return messages === window.messages ? window : { ...window, messages }
  }
  const next = requoteOutside(window, message)
  const arrived = isOf(window, message) && window.hasNewer && message.seq > lastSeq(window.messages)
  if (!arrived || window.beyond.has(message.seq) || window.beyond.size >= maxCounted) return next
  return { ...next, beyond: new Set(window.beyond).add(message.seq) }
}

/** Whether the run, or its continuation at an end of the room, covers `seq`. */
function belongs({ loaded, messages, hasOlder, hasNewer }: TimelineWindow, seq: number): boolean {
  if (!loaded) return false
  if (seq > lastSeq(messages)) return !hasNewer
  return !hasOlder || seq >= messages[0]!.seq
}

function requoteOutside(window: TimelineWindow, message: Message): TimelineWindow {
  if ((window.quoted.get(message.id) ?? -1) >= message.version) return window
  const messages = requote(window.messages, message)
  if (messages === window.messages) return window
  return { ...window, messages, quoted: new Map(window.quoted).set(message.id, message.version) }
}

function land(window: TimelineWindow, part: Part, page: LandedPage): TimelineWindow {
  const start: Messages = part === 'page' ? [] : window.messages
  const landed: TimelineWindow = {
    ...window,
    loaded: true,
    messages: page.items.reduce(upsertMessage, start),
    ...(part !== 'newer' && { hasOlder: page.nextCursor !== null, olderCursor: page.nextCursor }),
    ...(part !== 'older' && { hasNewer: page.prevCursor !== null, newerCursor: page.prevCursor }),
  }
  const begun = page.root ? placeRoot(landed, page.root) : landed
  const merged = [...window.aside.values()].reduce(place, begun)
  const end = lastSeq(merged.messages)
  const beyond = merged.hasNewer ? new Set([...merged.beyond].filter((seq) => seq > end)) : emptyWindow.beyond
  return settle({ ...merged, beyond }, part)
}

function settle(window: TimelineWindow, part: Part): TimelineWindow {
  const loading = { ...window.loading, [part]: false }
  return { ...window, loading, aside: isIdle({ loading }) ? emptyWindow.aside : window.aside }
}

function trim(window: TimelineWindow, keep: number): TimelineWindow {
  if (!isIdle(window) || window.hasNewer || window.messages.length <= keep) return window
  // Without a cursor the next older page is asked for around the first message.
  return { ...window, messages: window.messages.slice(-keep), hasOlder: true, olderCursor: null }
}

function keepNewer(aside: ReadonlyMap<string, Message>, message: Message): ReadonlyMap<string, Message> {
  if ((aside.get(message.id)?.version ?? -1) >= message.version) return aside
  return new Map(aside).set(message.id, message)
}

/** Whether `seq` lies in the run that is held. */
export const holds = ({ messages }: TimelineWindow, seq: number) =>
  messages.length > 0 && messages[0]!.seq <= seq && seq <= lastSeq(messages)

const isIdle = ({ loading }: Pick<TimelineWindow, 'loading'>) => !loading.page && !loading.older && !loading.newer

const lastSeq = (messages: Messages) => messages.at(-1)?.seq ?? 0
