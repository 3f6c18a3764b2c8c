import type { Attachment } from '@parley/contract/files'
import type { Message, Sent, SendMessage } from '@parley/contract/messages'
import { v7 as uuid } from 'uuid'
import { retryDelay, type Alarm } from './backoff.js'
import { withLock } from './locks.js'
import { quoteOf } from './messages.js'
import type { OutboxStorage, Pending, SendProblem } from './outbox-storage.js'
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
    for (let attempt = 0, item = next(); item; item = next()) {
      const { clientId } = item
      try {
        if (isOffline()) await alarm.sleep(offlineCheckMs)
        await withLock(lane, () => sendOne(clientId))
        attempt = 0
      } catch (error) {
        const problem = toProblem(error)
        if (problem.appCode === 'unauthenticated') break
        if (mayPass(problem, attempt)) await alarm.sleep(retryDelay(attempt++))
        else await refuse(clientId, problem)
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

  /** Leaves the decision to the sender. The room's other messages wait out a short mute. */
  async function refuse(clientId: string, { retryAfterMs = 0, ...problem }: Problem) {
    const item = find(clientId)
    if (!item || !userId) return
    const retryAt = retryAfterMs > 0 && { retryAt: new Date(now() + retryAfterMs).toISOString() }
    const error: SendProblem = { ...problem, ...retryAt }
    const failed: Pending = { ...item, state: 'failed', error }
    storage.put(userId, failed)
    change(items.map((other) => (other === item ? failed : other)))
    if (retryAfterMs > 0 && retryAfterMs <= maxMuteMs) await alarm.sleep(retryAfterMs)
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

const inOrder = (a: Pending, b: Pending) => a.since - b.since || (a.clientId < b.clientId ? -1 : 1)
