import { limits } from '@parley/contract/limits'
import { type Message, type Quote, saying } from '@parley/contract/messages'
import { firstGraphemes } from '@parley/contract/text'
import type { UserRef } from '@parley/contract/users'

/** Messages of the main timeline, ascending by `seq`. */
export type Messages = readonly Message[]

/** Whether the main timeline shows it: everything but pure thread replies. */
export const isMain = (message: Message) => message.threadRootId === null || message.alsoToRoom

/** What a reply to `message` carries of it. */
export const quoteOf = (message: Message): Quote => ({
  id: message.id,
  seq: message.seq,
  sender: message.sender,
  body: message.deletedAt ? '' : firstGraphemes(saying(message), limits.quoteCharacters),
})

/** Puts a message in its place; the newer version wins, and an equal or older one changes nothing. */
export function upsertMessage(messages: Messages, message: Message): Messages {
  const at = placeOf(messages, message.seq)
  const held = messages[at]
  if (held?.seq !== message.seq) {
    return requote(messages.toSpliced(at, 0, withHeldQuote(messages, message)), message)
  }
  if (held.version >= message.version) return messages
  return requote(messages.with(at, withHeldQuote(messages, message)), message)
}

/** Rewrites what replies carry of `quoted`. A reply newer than it was read with it, so its copy is no older. */
export function requote(messages: Messages, quoted: Message): Messages {
  let changed = false
  const next = messages.map((message) => {
    if (message.replyTo?.id !== quoted.id || message.version >= quoted.version) return message
    const quote = quoteOf(quoted)
    if (sameQuote(message.replyTo, quote)) return message
    changed = true
    return { ...message, replyTo: quote }
  })
  return changed ? next : messages
}

/** Shows a renamed person by the new name everywhere. */
export function renameSender(messages: Messages, user: UserRef): Messages {
  let changed = false
  const next = messages.map((message) => {
    const sent = message.sender.id === user.id
    const quoted = message.replyTo?.sender.id === user.id
    const answered = message.lastRepliers.some(({ id }) => id === user.id)
    if (!sent && !quoted && !answered) return message
    changed = true
    return {
      ...message,
      sender: sent ? user : message.sender,
      replyTo: message.replyTo && quoted ? { ...message.replyTo, sender: user } : message.replyTo,
      lastRepliers: answered
        ? message.lastRepliers.map((one) => (one.id === user.id ? user : one))
        : message.lastRepliers,
    }
  })
  return changed ? next : messages
}

/** The index of the first message at or after `seq`. */
export function placeOf(messages: Messages, seq: number): number {
  let low = 0
  let high = messages.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (messages[middle]!.seq < seq) low = middle + 1
    else high = middle
  }
  return low
}

function withHeldQuote(messages: Messages, message: Message): Message {
  if (!message.replyTo) return message
  const quoted = messages[placeOf(messages, message.replyTo.seq)]
  if (quoted?.id !== message.replyTo.id || quoted.version <= message.version) return message
  return { ...message, replyTo: quoteOf(quoted) }
}

const sameQuote = (a: Quote, b: Quote) =>
  a.body === b.body && a.sender.displayName === b.sender.displayName && a.sender.avatarUrl === b.sender.avatarUrl
