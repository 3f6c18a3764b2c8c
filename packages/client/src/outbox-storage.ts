import type { AppCode } from '@parley/contract/errors'
import type { Attachment } from '@parley/contract/files'
import type { Quote } from '@parley/contract/messages'

/** A message that the server has not confirmed. */
export interface Pending {
  roomId: string
  clientId: string
  body: string
  replyTo: Quote | null
  /** Of an answer in a thread. */
  threadRootId?: string
  alsoToRoom?: boolean
  /** Uploaded already. */
  attachments?: Attachment[]
  /** When sending began, in ms since 1970. */
  since: number
  state: 'sending' | 'failed'
  /** While it is `sending`: it waits until `retryAt`, and then goes by itself. */
  error?: SendProblem
}

/** Why a message was refused. */
export interface SendProblem {
  appCode: AppCode
  message: string
  /** ISO 8601, when the sender is muted. */
  mutedUntil?: string
  /** ISO 8601: before, it would be refused again. */
  retryAt?: string
}

/** Where unsent messages survive a reload. One entry a message, so that tabs do not overwrite each other's. */
export interface OutboxStorage {
  load: (userId: string) => Pending[]
  put: (userId: string, pending: Pending) => void
  remove: (userId: string, clientId: string) => void
}

export function memoryOutbox(): OutboxStorage {
  const entries = new Map<string, Map<string, Pending>>()
  const of = (userId: string) => entries.get(userId) ?? entries.set(userId, new Map()).get(userId)!
  return {
    load: (userId) => [...of(userId).values()],
    put: (userId, pending) => void of(userId).set(pending.clientId, pending),
    remove: (userId, clientId) => void of(userId).delete(clientId),
  }
}

/** Keeps unsent messages in the browser under names that begin with `key`. */
export function localStorageOutbox(key: string): OutboxStorage {
  const nameOf = (userId: string, clientId: string) => `${key}:${userId}:${clientId}`
  return {
    load: (userId) =>
      Object.keys(localStorage)
        .filter((name) => name.startsWith(nameOf(userId, '')))
        .flatMap((name) => parse(localStorage.getItem(name))),
    put(userId, pending) {
      try {
        localStorage.setItem(nameOf(userId, pending.clientId), JSON.stringify(pending))
      } catch {
        // A full or forbidden storage costs surviving a reload, not sending.
      }
    },
    remove: (userId, clientId) => localStorage.removeItem(nameOf(userId, clientId)),
  }
}

function parse(text: string | null): Pending[] {
  try {
    return text ? [JSON.parse(text) as Pending] : []
  } catch {
    return []
  }
}
