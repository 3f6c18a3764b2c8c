import type { Message } from '@parley/contract/messages'
import { limits } from '@parley/contract/limits'
import { may } from '@parley/contract/permissions'
import type { Role } from '@parley/contract/rooms'
import type { Tx } from '@parley/db/database'
import type { Concern } from '../notifications/calls.js'
import type { Hub } from '../realtime/hub.js'
import { activityTopic, inboxTopic } from '../realtime/topics.js'
import type { MentionWords } from './mention-words.js'
import { filterMembers, findNamed } from './queries-mentions.js'

/** Whom a message calls, as it is kept. */
export interface Called {
  /** The members it names, its sender too if it does. */
  mentions: string[]
  audience: Message['audience']
  /** Whom it is counted for; null: everybody in the room. Nobody is called by themselves. */
  userIds: (string | null)[]
}

export const callsNobody: Called = { mentions: [], audience: null, userIds: [] }

export interface Calling {
  roomId: string
  senderId: string
  role: Role
  memberCount: number
  words: MentionWords
}

/** Who is there, of all people: `@here` is for them. */
export type ListOnline = () => string[]

/** Finds out whom each of some messages calls, in one statement for all, under the locks of their rooms. */
export async function resolveMentions(tx: Tx, callings: Calling[], listOnline: ListOnline): Promise<Called[]> {
  const words = callings.flatMap(({ roomId, words: { names } }, calling) =>
    names.flatMap((spellings, place) => spellings.map((name) => ({ roomId, name, calling, place }))),
  )
  const found = words.length > 0 ? await findNamed(tx, words) : []
  const named = callings.map(() => new Map<number, { at: number; userId: string }>())
  for (const { at, user_id: userId } of found) {
    const word = words[at]
    const places = word && named[word.calling]
    const known = word && places?.get(word.place)
    // Of two spellings of one place, the longer: it comes first.
    if (word && (!known || at < known.at)) places?.set(word.place, { at, userId })
  }
  const called: Called[] = []
  for (const [at, calling] of callings.entries()) {
    const mentions = [...new Set([...(named[at]?.values() ?? [])].map(({ userId }) => userId))]
    called.push(await callAll(tx, calling, mentions, listOnline))
  }
  return called
}

/** Everybody is one row; who is online is named one by one, since tomorrow it would be somebody else. */
async function callAll(
  tx: Tx,
  { roomId, senderId, role, memberCount, words }: Calling,
  mentions: string[],
  listOnline: ListOnline,
): Promise<Called> {
  const all = words.room && (memberCount <= limits.callRoomMembers || may(role, 'callLargeRoom'))
  const audience = all ? 'room' : words.here ? 'here' : null
  const there = audience === 'here' ? await filterMembers(tx, roomId, listOnline()) : []
  const userIds = [...new Set([...mentions, ...there])].filter((userId) => userId !== senderId)
  return { mentions, audience, userIds: all ? [null, ...userIds] : userIds }
}

/** Those of them whom a message calls, and not only answers. */
export const callsOf = (concerns: Concern[]): (string | null)[] =>
  concerns.flatMap(({ userId, reason }) => (reason === 'mention' ? [userId] : []))

/** Tells the inboxes of those who are called that they are, or, the message having changed, are not any more. */
export function tellMentions(
  hub: Hub,
  { roomId, seq, senderId }: { roomId: string; seq: number; senderId: string },
  userIds: (string | null)[],
  on: boolean,
): void {
  if (userIds.length === 0) return
  const topics = userIds.map((userId) => (userId === null ? activityTopic(roomId) : inboxTopic(userId)))
  hub.publish(topics, { type: 'mention', roomId, seq, senderId, on })
}
