import type { Message } from '@parley/contract/messages'
import type { UserRef } from '@parley/contract/users'
import type { Messages } from '../messages.js'
import type { Pending, SendProblem } from '../outbox-storage.js'
import type { Change } from './changes.js'

/** A line of the timeline. */
export interface Entry {
  /** `senderId:clientId`: the same before and after the server confirmed the message. */
  key: string
  state: 'sent' | 'sending' | 'failed'
  /** Before it is confirmed: `version` 0 and the greatest possible `seq`. */
  message: Message
  /** Why it `failed`; while it is `sending`, why it waits until `retryAt` to go by itself. */
  error?: SendProblem
  /** When sending began, in ms since 1970. */
  since: number
}

const confirmed = new WeakMap<Message, Entry>()
const unconfirmed = new WeakMap<Pending, Entry>()

/** Confirmed messages with changes under way, then one's own that are not confirmed yet. Unchanged entries keep their identity. */
export function toEntries(
  messages: Messages,
  changes: readonly Change[],
  pending: readonly Pending[],
  me: UserRef | null,
): Entry[] {
  const entries = messages.map((message) => {
    const mine = changes.filter(({ messageId }) => messageId === message.id)
    return mine.length ? toEntry(mine.reduce((shown, { apply }) => apply(shown), message)) : remember(message)
  })
  if (!me || pending.length === 0) return entries
  const known = new Set(entries.map(({ key }) => key))
  const added = pending.filter(({ clientId }) => !known.has(`${me.id}:${clientId}`))
  return [...entries, ...added.map((item) => toPendingEntry(item, me))]
}

function remember(message: Message): Entry {
  const held = confirmed.get(message)
  if (held) return held
  const entry = toEntry(message)
  confirmed.set(message, entry)
  return entry
}

const toEntry = (message: Message): Entry => ({
  key: `${message.sender.id}:${message.clientId}`,
  state: 'sent',
  message,
  since: message.createdAt.getTime(),
})

function toPendingEntry(item: Pending, me: UserRef): Entry {
  const held = unconfirmed.get(item)
  if (held) return held
  const { roomId, clientId, body, replyTo, attachments = [], threadRootId = null, alsoToRoom = false } = item
  const { since, state, error } = item
  const entry: Entry = {
    key: `${me.id}:${clientId}`,
    state,
    since,
    ...(error && { error }),
    message: {
      id: clientId,
      roomId,
      kind: 'text',
      clientId,
      body,
      replyTo,
      seq: Number.MAX_SAFE_INTEGER,
      version: 0,
      sender: { id: me.id, username: me.username, displayName: me.displayName, avatarUrl: me.avatarUrl },
      createdAt: new Date(since),
      editedAt: null,
      deletedAt: null,
      threadRootId,
      alsoToRoom,
      replyCount: 0,
      lastRepliers: [],
      reactions: [],
      mentions: [],
      audience: null,
      attachments,
      preview: null,
      pinnedAt: null,
    },
  }
  unconfirmed.set(item, entry)
  return entry
}
