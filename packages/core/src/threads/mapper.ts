import type { ThreadState } from '@parley/contract/threads'

/** A thread, and where a person stands in it; `follows` is null of who has never been asked. */
export interface ThreadRow {
  root_id: string
  room_id: string
  reply_count: number
  follows: boolean | null
  read_seq: number | null
  read_replies: number | null
}

export function toThreadState(row: ThreadRow): ThreadState {
  const [follows, readReplies] = [row.follows ?? false, row.read_replies ?? 0]
  return {
    rootId: row.root_id,
    roomId: row.room_id,
    follows,
    replyCount: row.reply_count,
    readReplies,
    lastReadSeq: row.read_seq ?? 0,
    unread: follows ? Math.max(0, row.reply_count - readReplies) : 0,
  }
}
