import type { Attachment } from '@parley/contract/files'
import type { Message, Sent, SendMessage } from '@parley/contract/messages'
import { v7 as uuid } from 'uuid'
import { retryDelay, type Alarm } from './backoff.js'
import { withLock } from './locks.js'
import { quoteOf } from './messages.js'
import type { OutboxStorage, Pending } from './outbox-storage.js'
import { mayPass, toProblem, type Problem } from './problem.js'
import { createListeners } from './store.js'

export interface Draft {
  roomId: string
  body: string
  replyTo?: Message | undefined
  attachments?: Attachment[] | undefined
  /** The thread that it answers in, and whether the room sees it too. */
  threadRootId?: string | null
  alsoToRoom?: boolean | undefined
}

export interface Outbox {
  /** The same reference while nothing changed. */
  pending: () => readonly Pending[]
  subscribe: (listener: () => void) => () => void
  /** Returns the client id under which the message is sent, however often it must be tried. */
  add: (draft: Draft) => string
  retry: (clientId: string) => void
  discard: (clientId: string) => void
  /** The message was seen to have arrived. */
  settle: (clientId: string) => void
  /** Takes up what this person has not sent yet; `null` lets go of everything in memory. */
  open: (userId: string | null) => void
}

export interface OutboxOptions {
  storage: OutboxStorage
  send: (input: Omit<SendMessage, 'alsoToRoom'> & { alsoToRoom?: boolean }) => Promise<Sent>
  sent: (message: Message) => void
  /** Woken when the connection is back. */
  alarm: Alarm
  isOffline: () => boolean
  now: () => number
}

/** A sender that is refused for longer than this decides for itself whether the message still makes sense. */
const maxMuteMs = 60_000
/** So often one message waits until it may go; refused again, it is left to the sender too. */
const maxWaits = 3
const offlineCheckMs = 30_000

/** Sends messages: a room's in order, one in flight at a time, for as long as only the way is blocked. */
export function createOutbox({ storage, send, sent, alarm, isOffline, now }: OutboxOptions): Outbox {
  const listeners = createListeners()
  const lanes = new Set<string>()
  let userId: string | null = null
  let items: readonly Pending[] = []
  /** Client ids that came from the storage, where other tabs find them as well. */
  let taken = new Set<string>()

  return {
    pending: () => items,
    subscribe: listeners.add,
    add({ roomId, body, replyTo, attachments = [], threadRootId, alsoToRoom = false }) {
      const clientId = uuid()
      const quote = replyTo ? quoteOf(replyTo) : null
      const files = attachments.length > 0 && { attachments }
      const thread = threadRootId && { threadRootId, alsoToRoom }
      put({ roomId, clientId, body, replyTo: quote, ...files, ...thread, since: now(), state: 'sending' })
      void drain(roomId)
      return clientId
    },
    retry(clientId) {
      const item = find(clientId)
      if (item?.state !== 'failed') return
      const { error: _, ...draft } = item
      put({ ...draft, since: now(), state: 'sending' })
      alarm.wake()
      void drain(item.roomId)
    },
    discard: remove,
    settle: remove,
    open(next) {
      const stored = next ? storage.load(next).toSorted(inOrder) : []
      // Written before it was known who is logged in.
      const unowned = userId === null && next ? items : []
      userId = next
      taken = new Set(stored.map(({ clientId }) => clientId))
      change(stored)
      for (const item of unowned) put(item)
      for (const { roomId } of items) void drain(roomId)
    },
  }

  async function drain(roomId: string) {
    if (!userId) return
    const lane = `parley:outbox:${userId}:${roomId}`
    if (lanes.has(lane)) return
    lanes.add(lane)
    const owner = userId
    const waiting = (item: Pending) => item.roomId === roomId && item.state === 'sending'
    const next = () => (userId === owner ? items.find(waiting) : undefined)
    let tried = { clientId: '', attempts: 0, waits: 0 }
    for (let item = next(); item; item = next()) {
      const { clientId } = item
      if (clientId !== tried.clientId) tried = { clientId, attempts: 0, waits: 0 }
      if (item.error) {
        await waitOut(item)
        continue
      }
      try {
        if (isOffline()) await alarm.sleep(offlineCheckMs)
        await withLock(lane, () => sendOne(clientId))
      } catch (error) {
        const problem = toProblem(error)
        if (problem.appCode === 'unauthenticated') break
        if (mayPass(problem, tried.attempts)) await alarm.sleep(retryDelay(tried.attempts++))
        else refuse(clientId, problem, isShort(problem) && ++tried.waits <= maxWaits ? 'sending' : 'failed')
      }
    }
    lanes.delete(lane)
  }

  async function sendOne(clientId: string) {
    const item = find(clientId)
    if (!item || !userId) return
    if (taken.has(clientId) && !storage.load(userId).some((stored) => stored.clientId === clientId)) {
      // Another tab has sent or discarded it while this one waited for the lock.
      return change(items.filter((other) => other !== item))
    }
    const { roomId, body, replyTo, attachments, threadRootId, alsoToRoom = false } = item
    const attachmentIds = attachments?.map(({ id }) => id)
    const carried = {
      ...(replyTo && { replyToId: replyTo.id }),
      ...(attachmentIds && { attachmentIds }),
      ...(threadRootId && { threadRootId, alsoToRoom }),
    }
    const { message } = await send({ roomId, clientId, body, ...carried })
    sent(message)
    remove(clientId)
  }

  /** One that is still `sending` waits at its place, or the next ones would overtake it; else the sender decides. */
  function refuse(clientId: string, { retryAfterMs = 0, ...problem }: Problem, state: Pending['state']) {
    const item = find(clientId)
    const retryAt = retryAfterMs > 0 && { retryAt: new Date(now() + retryAfterMs).toISOString() }
    if (!item || !userId) return
    const refused: Pending = { ...item, state, error: { ...problem, ...retryAt } }
    storage.put(userId, refused)
    swap(item, refused)
  }

  /** Until it may be tried again, however often the alarm rings; or until it is taken away. */
  async function waitOut(item: Pending) {
    const { error, ...rest } = item
    const until = Date.parse(error?.retryAt ?? '')
    const gone = new AbortController()
    const leave = listeners.add(() => items.includes(item) || gone.abort())
    // No wait is longer, unless the clock was set back.
    const isEarly = () => now() < until && until - now() <= maxMuteMs
    while (isEarly() && !gone.signal.aborted) await alarm.sleep(until - now(), gone.signal)
    leave()
    // Not in the storage, where another tab may have discarded it.
    if (items.includes(item)) swap(item, rest)
  }

  function swap(item: Pending, next: Pending) {
    change(items.map((other) => (other === item ? next : other)))
  }

  function put(item: Pending) {
    if (userId) storage.put(userId, item)
    change([...items.filter(({ clientId }) => clientId !== item.clientId), item])
  }

  function remove(clientId: string) {
    if (userId) storage.remove(userId, clientId)
    if (find(clientId)) change(items.filter((item) => item.clientId !== clientId))
  }

  function find(clientId: string) {
    return items.find((item) => item.clientId === clientId)
  }

  function change(next: readonly Pending[]) {
    items = next
    listeners.notify()
  }
}

const isShort = ({ appCode, retryAfterMs = 0 }: Problem) => appCode === 'rate_limited' && retryAfterMs <= maxMuteMs

const inOrder = (a: Pending, b: Pending) => a.since - b.since || (a.clientId < b.clientId ? -1 : 1)
