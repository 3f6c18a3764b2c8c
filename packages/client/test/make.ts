import type { Message, MessageEvent, MessagePage } from '@parley/contract/messages'
import type { InboxRoom, RoomSettings } from '@parley/contract/rooms'
import type { UserRef } from '@parley/contract/users'

export const alice: UserRef = { id: 'alice', username: 'alice', displayName: 'Alice', avatarUrl: null }
export const bob: UserRef = { id: 'bob', username: 'bob', displayName: 'Bob', avatarUrl: null }

/** A message as the server would send it; `seq` names it, `version` defaults to `seq`. */
export function message(seq: number, given: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    roomId: 'room',
    kind: 'text',
    seq,
    version: seq,
    clientId: `c${seq}`,
    sender: bob,
    body: `body ${seq}`,
    createdAt: new Date(seq * 1_000),
    editedAt: null,
    deletedAt: null,
    replyTo: null,
    threadRootId: null,
    alsoToRoom: false,
    replyCount: 0,
    lastRepliers: [],
    reactions: [],
    mentions: [],
    audience: null,
    attachments: [],
    preview: null,
    pinnedAt: null,
    ...given,
  }
}

export const event = (given: Message): MessageEvent => ({ type: 'message', version: given.version, message: given })

export const page = (items: Message[], older: string | null = null, newer: string | null = null): MessagePage => ({
  items,
  nextCursor: older,
  prevCursor: newer,
})

export const settings = {
  kind: 'public',
  name: 'a',
  topic: null,
  archivedAt: null,
  history: 'start',
  slowSeconds: 0,
  announces: false,
} as const satisfies RoomSettings

export function room(id: string, given: Partial<InboxRoom> = {}): InboxRoom {
  return {
    id,
    ...settings,
    name: id,
    createdAt: new Date(0),
    lastSeq: 0,
    version: 0,
    memberCount: 2,
    role: 'member',
    unread: 0,
    mentions: 0,
    mentionSeqs: [],
    visibleFromSeq: 1,
    lastReadSeq: 0,
    lastMain: 0,
    readMain: 0,
    readVersion: 0,
    lastMessage: null,
    lastActivityAt: new Date(0),
    notify: 'all',
    favourite: false,
    mutedUntil: null,
    ...given,
  }
}

/** Random numbers that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
