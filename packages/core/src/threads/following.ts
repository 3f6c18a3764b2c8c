import type { ThreadState } from '@parley/contract/threads'
import type { Tx } from '@parley/db/database'
import type { MessageRow } from '../messages/mapper.js'
import type { Hub } from '../realtime/hub.js'
import { inboxTopic } from '../realtime/topics.js'
import { toThreadState } from './mapper.js'
import { listPlaces, type Place, type PlaceRow, savePlaces } from './queries-write.js'

/** An answer in a thread that a batch of sends may write. */
export interface Reply {
  rootId: string
  senderId: string
  /** The members it names. */
  mentions: string[]
}

/** Where somebody stands in a thread by now. */
export type Standing = ThreadState & { userId: string }

/** The threads in which the sends of a batch answer, and who follows them. */
export interface Threads {
  /** Counts an answer that is written under this number, and says who is told of it. */
  take(reply: Reply & { seq: number }): string[]
  /** Keeps who follows by now. */
  write(tx: Tx): Promise<void>
  /** What all of them are told after the commit. */
  list(): Standing[]
}

export const noThreads: Threads = { take: () => [], write: async () => {}, list: () => [] }

/** Asks the database only where some of the sends are answers in a thread. `roots`: the messages they answer. */
export async function readThreads(tx: Tx, replies: Reply[], roots: ReadonlyMap<string, MessageRow>): Promise<Threads> {
  if (replies.length === 0) return noThreads
  const pairs = replies.flatMap(({ rootId, senderId, mentions }) =>
    [senderId, ...mentions].map((userId) => ({ rootId, userId })),
  )
  const rootIds = [...new Set(replies.map(({ rootId }) => rootId))]
  const rows = await listPlaces(tx, rootIds, pairs)
  const threads = new Map(rootIds.flatMap((id) => createThread(id, roots.get(id), rows)))
  return {
    take: ({ rootId, ...reply }) => threads.get(rootId)?.take(reply) ?? [],
    async write(written) {
      const places = [...threads.values()].flatMap((thread) => thread.changed())
      if (places.length > 0) await savePlaces(written, places)
    },
    list: () => [...threads.values()].flatMap((thread) => thread.list()),
  }
}

/** Who answers follows from then on; so do who began it and whom it names, unless they have said that they will not. */
function createThread(rootId: string, root: MessageRow | undefined, rows: PlaceRow[]) {
  if (!root) return []
  let replyCount = root.reply_count
  const mayCome = new Set(rows.flatMap((row) => (row.root_id === rootId ? [row.user_id] : [])))
  const places = new Map<string, Place>()
  const touched = new Set<Place>()
  for (const { root_id, user_id, follows, read_seq, read_replies } of rows)
    if (root_id === rootId && follows !== null)
      places.set(user_id, { rootId, userId: user_id, follows, readSeq: read_seq ?? 0, readReplies: read_replies ?? 0 })

  function come(userId: string, readSeq: number): void {
    if (!mayCome.has(userId) || places.has(userId)) return
    const place = { rootId, userId, follows: true, readSeq, readReplies: replyCount }
    places.set(userId, place)
    touched.add(place)
  }

  function take({ senderId, mentions, seq }: Omit<Reply, 'rootId'> & { seq: number }): string[] {
    for (const userId of [root!.sender.id, ...root!.mentions, ...mentions, senderId]) come(userId, seq - 1)
    replyCount++
    const own = places.get(senderId)
    if (own) touched.add(Object.assign(own, { follows: true, readSeq: seq, readReplies: replyCount }))
    return [...places.values()].flatMap((place) => (place.follows ? [place.userId] : []))
  }

  const stand = ({ userId, follows, readSeq, readReplies }: Place): Standing => ({
    userId,
    ...toThreadState({
      root_id: rootId,
      room_id: root.room_id,
      reply_count: replyCount,
      follows,
      read_seq: readSeq,
      read_replies: readReplies,
    }),
  })
  const thread = {
    take,
    changed: () => [...touched],
    list: () => (replyCount > root.reply_count ? [...places.values()].filter(({ follows }) => follows).map(stand) : []),
  }
  return [[rootId, thread] as const]
}

/** Tells the inboxes of people where they stand in threads by now. */
export function tellThreads(hub: Hub, standings: Standing[]): void {
  for (const { userId, ...state } of standings) hub.publish(inboxTopic(userId), { type: 'thread', ...state })
}
