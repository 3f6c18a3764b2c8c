import type {
  FollowThread,
  ListThread,
  ListThreads,
  MarkThreadRead,
  ThreadPage,
  ThreadState,
  ThreadsPage,
} from '@parley/contract/threads'
import type { GetMessage } from '@parley/contract/messages'
import type { Ctx } from '../context.js'
import { readPlace, toPage } from '../cursor.js'
import { requireMessage } from '../messages/access.js'
import { requireText } from '../messages/change.js'
import { readPage } from '../messages/list.js'
import { toMessage } from '../messages/mapper.js'
import { readMessages } from '../messages/service.js'
import { inReach } from '../messages/seq.js'
import { markThreadNotificationsRead } from '../notifications/service.js'
import { tellThreads } from './following.js'
import { toThreadState } from './mapper.js'
import { countRepliesUpTo, getThreadRow, listFollowedThreadRows, listUnreadThreadRows } from './queries.js'
import { moveThreadPointer, setFollowing } from './queries-write.js'
import { requireRoot } from './root.js'

/** A page of the answers in a thread. A newcomer sees those since their time, and not what they answer. */
export async function listThread(ctx: Ctx, { messageId, cursor, aroundSeq, limit }: ListThread): Promise<ThreadPage> {
  const { message, room } = await requireMessage(ctx.db, messageId, ctx.actor.id)
  const threadRootId = message.thread_root_id ?? message.id
  const window = { roomId: room.id, visibleFrom: room.visible_from_seq, limit, threadRootId }
  const page = await readPage(ctx, window, cursor, aroundSeq)
  const [root] = message.thread_root_id ? await readMessages(ctx.db, [threadRootId]) : [message]
  const isSeen = root && root.seq >= room.visible_from_seq
  return { ...page, root: isSeen ? toMessage(root, room.visible_from_seq) : null }
}

/** The threads one follows, of rooms one is in. */
export async function listThreads(ctx: Ctx, { cursor, limit }: ListThreads): Promise<ThreadsPage> {
  const rows = await listFollowedThreadRows(ctx.db, ctx.actor.id, limit + 1, readPlace(cursor))
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.at.toISOString(), row.root_id],
  )
  const roots = await readMessages(
    ctx.db,
    page.items.map((row) => row.root_id),
  )
  const byId = new Map(roots.map((root) => [root.id, root]))
  const items = page.items.flatMap((row) => {
    const root = byId.get(row.root_id)
    return root ? [{ ...toThreadState(row), root: toMessage(root, row.visible_from_seq), lastReplyAt: row.at }] : []
  })
  return { items, nextCursor: page.nextCursor }
}

/** Those of them in which something is unread. */
export const listUnreadThreads = async (ctx: Ctx): Promise<ThreadState[]> =>
  (await listUnreadThreadRows(ctx.db, ctx.actor.id)).map(toThreadState)

/** Where one stands in a thread. */
export async function getThread(ctx: Ctx, { messageId }: GetMessage): Promise<ThreadState> {
  const { message } = await requireRoot(ctx.db, messageId, ctx.actor.id)
  return toThreadState(await getThreadRow(ctx.db, message.id, ctx.actor.id))
}

/** Says whether one wants to be told of answers in a thread. */
export async function followThread(ctx: Ctx, { messageId, on }: FollowThread): Promise<ThreadState> {
  const { id: userId } = ctx.actor
  const { room } = await requireRoot(ctx.db, messageId, userId)
  // Under the room's lock: an answer that is written at the same time finds either who follows or who does not.
  return ctx.writer.write(room.id, async (tx) => {
    const { message } = await requireRoot(tx, messageId, userId)
    requireText(message)
    await setFollowing(tx, { rootId: message.id, userId, on })
    const result = toThreadState(await getThreadRow(tx, message.id, userId))
    return { result, onCommit: () => tellThreads(ctx.hub, [{ userId, ...result }]) }
  })
}

/** Marks a thread read up to `seq`, and what one was told of its answers with it; a late device moves nothing back. */
export async function markThreadRead(ctx: Ctx, { messageId, seq }: MarkThreadRead): Promise<ThreadState> {
  const { id: userId } = ctx.actor
  const { message } = await requireRoot(ctx.db, messageId, userId)
  const before = await getThreadRow(ctx.db, message.id, userId)
  const to = await countRepliesUpTo(ctx.db, message.id, inReach(seq))
  if (before.read_seq === null || before.read_seq >= to.seq) return toThreadState(before)
  const moved = await moveThreadPointer(ctx.db, before, userId, to)
  const state = toThreadState(moved ?? before)
  tellThreads(ctx.hub, [{ userId, ...state }])
  await markThreadNotificationsRead(ctx, message.id, { after: before.read_seq, upTo: to.seq })
  return state
}
