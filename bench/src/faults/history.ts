import { limits } from '@parley/contract/limits'
import type { Message } from '@parley/contract/messages'
import { firstGraphemes } from '@parley/contract/text'
import type { Row } from './database.js'

// What was asked, answered and seen, with the time of each by one clock. The oracle reads nothing else.

/** A message as somebody held it; `digest` says all of it, so that equal means equal. */
export interface Held {
  id: string
  roomId: string
  seq: number
  version: number
  body: string
  deleted: boolean
  /** Shown in the main timeline, and so by `messages.list`. */
  main: boolean
  reactions: { emoji: string; userIds: string[] }[]
  pinned: boolean
  replyCount: number
  /** What it quotes, as it was when it was read; not in the digest, since whoever holds it rewrites it. */
  quote: { id: string; body: string } | null
  digest: string
}

/** What a reply carries of a message. */
export const quotedOf = ({ body, deleted }: Held): string =>
  deleted ? '' : firstGraphemes(body, limits.quoteCharacters)

/** What was asked of the server and what became of it. */
export interface Call {
  asked: number
  /** `null`: nobody knows whether it was done. */
  answered: number | null
  /** Refused with this code: it was not done. */
  refused?: string
}

export interface Send {
  person: string
  roomId: string
  clientId: string
  /** The same client id every time. */
  tries: (Call & { sent?: { id: string; seq: number; version: number; duplicate: boolean } })[]
}

export interface Change extends Call {
  person: string
  messageId: string
  what:
    | { kind: 'edit'; body: string }
    | { kind: 'delete' }
    | { kind: 'react'; emoji: string; on: boolean }
    | { kind: 'pin'; on: boolean }
  /** Of the message it answered with. */
  version?: number
}

export interface Move extends Call {
  person: string
  roomId: string
  kind: 'join' | 'leave'
}

/** Of a room that somebody was out of: how many messages it had right after they left and before they came back. */
export interface Absence {
  person: string
  roomId: string
  /** When the leaving had been answered. */
  at: number
  from: number
  to: number
}

export type Seen =
  | { type: 'message'; at: number; version: number; message: Held }
  | { type: 'ready' | 'reset'; at: number; version: number }
  /** The newest page, fetched after a `ready` from nothing or a `reset`. */
  | { type: 'page'; at: number; messages: Held[] }

/** What one watcher of a room was given, through all its cuts and pauses. */
export interface Watch {
  person: string
  roomId: string
  seen: Seen[]
  /** Still watching at the end. */
  open: boolean
}

/** A look at a message just told of: the version that the database had of it; `null`: none. */
export interface Look {
  roomId: string
  messageId: string
  told: number
  found: number | null
}

/** A moment without faults, with everybody at rest: who had not been told of a room's last version. */
export interface Calm {
  at: number
  behind: { person: string; roomId: string; has: number; version: number }[]
}

export interface History {
  /** How long after leaving a room one may still be told of it where a stream brings the events and another connection
   *  the answers. */
  graceMs: number
  /** From when to when two processes served; `to` is `Infinity` while they do. */
  turns: { from: number; to: number }[]
  sends: Send[]
  changes: Change[]
  moves: Move[]
  absences: Absence[]
  watches: Watch[]
  /** Activity of rooms, as inboxes were told of it. */
  activity: { person: string; roomId: string; at: number }[]
  looks: Look[]
  calms: Calm[]
  /** Every digest that was given for one version of one message. */
  observed: Map<string, Set<string>>
  /** The end: every row, and the main timeline of each room as it was listed. */
  rows: Row[]
  listed: Map<string, Held[]>
  lastSeqs: Map<string, number>
  /** What was listed as pinned in each room, and of some threads their answers, by where they begin. */
  pinned: Map<string, Held[]>
  threads: Map<string, { root: Held; answers: Held[] }>
}

export const createHistory = (graceMs = 0): History => ({
  graceMs,
  turns: [],
  sends: [],
  changes: [],
  moves: [],
  absences: [],
  watches: [],
  activity: [],
  looks: [],
  calms: [],
  observed: new Map(),
  rows: [],
  listed: new Map(),
  lastSeqs: new Map(),
  pinned: new Map(),
  threads: new Map(),
})

/** Notes that somebody was given this message; equal ones are kept once. */
export function createHolder({ observed }: History): (message: Message) => Held {
  const kept = new Map<string, Held>()
  return (message) => {
    const held = toHeld(message)
    const key = `${held.id} ${held.version}`
    const digests = observed.get(key)
    if (!digests) observed.set(key, new Set([held.digest]))
    else digests.add(held.digest)
    const known = kept.get(key)
    if (known?.digest === held.digest && known.quote?.body === held.quote?.body) return known
    kept.set(key, held)
    return held
  }
}

function toHeld(message: Message): Held {
  const { id, roomId, seq, version, body, threadRootId, alsoToRoom } = message
  const reactions = message.reactions.map(({ emoji, userIds }) => ({ emoji, userIds }))
  const times = [message.createdAt, message.editedAt, message.deletedAt, message.pinnedAt].map(
    (time) => time?.getTime() ?? null,
  )
  const digest = JSON.stringify([
    [id, roomId, seq, version, message.clientId, message.sender.id, body, threadRootId, alsoToRoom, message.replyCount],
    [times, reactions, message.mentions, message.lastRepliers.map((user) => user.id)],
  ])
  const main = !threadRootId || alsoToRoom
  const quote = message.replyTo && { id: message.replyTo.id, body: message.replyTo.body }
  const is = { deleted: message.deletedAt !== null, main, pinned: message.pinnedAt !== null }
  return { id, roomId, seq, version, body, ...is, reactions, replyCount: message.replyCount, quote, digest }
}
