import type { DiscoveredRoom, InboxRoom, Member, Role, Room, RoomSettings } from '@parley/contract/rooms'
import { type MessageRow, toMessage } from '../messages/mapper.js'
import { toUserRef, type UserRefRow } from '../users/mapper.js'

export interface RoomRow {
  id: string
  kind: Room['kind']
  name: string | null
  topic: string | null
  created_at: Date
  archived_at: Date | null
  last_seq: number
  last_main: number
  version: number
  member_count: number
  history: Room['history']
  slow_seconds: number
  announces: boolean
}

/** A room beside the membership of one person; its columns are null where there is none. */
export interface RoomAccessRow extends RoomRow {
  role: Role | null
  joined_at: Date | null
  read_seq: number | null
  read_main: number | null
  read_version: number | null
  visible_from_seq: number | null
  notify: InboxRoom['notify'] | null
  favourite: boolean | null
  muted_until: Date | null
}

export interface InboxRow extends RoomAccessRow {
  last_message: MessageRow | null
  last_activity_at: Date
  others: UserRefRow[] | null
  mention_seqs: number[]
}

export const toRoomSettings = (row: RoomRow): RoomSettings => ({
  kind: row.kind,
  name: row.name,
  topic: row.topic,
  archivedAt: row.archived_at,
  history: row.history,
  slowSeconds: row.slow_seconds,
  announces: row.announces,
})

export const toRoom = (row: RoomRow): Room => ({
  ...toRoomSettings(row),
  id: row.id,
  createdAt: row.created_at,
  lastSeq: row.last_seq,
  version: row.version,
  memberCount: row.member_count,
})

export function toInboxRoom(row: InboxRow): InboxRoom {
  const isMember = row.role !== null
  // Who is not a member has nothing to catch up with.
  const readMain = row.read_main ?? row.last_main
  return {
    ...toRoom(row),
    role: row.role,
    unread: Math.max(0, row.last_main - readMain),
    mentions: row.mention_seqs.length,
    mentionSeqs: row.mention_seqs,
    lastReadSeq: row.read_seq ?? row.last_seq,
    visibleFromSeq: row.visible_from_seq ?? 1,
    lastMain: row.last_main,
    readMain,
    readVersion: row.read_version ?? 0,
    lastMessage: isMember && row.last_message ? toMessage(row.last_message, row.visible_from_seq ?? 1) : null,
    lastActivityAt: row.last_activity_at,
    notify: row.notify ?? 'all',
    favourite: row.favourite ?? false,
    mutedUntil: row.muted_until,
    ...(row.kind === 'direct' && { members: (row.others ?? []).map(toUserRef) }),
  }
}

export const toDiscoveredRoom = (row: RoomRow & { joined: boolean }): DiscoveredRoom => ({
  ...toRoom(row),
  joined: row.joined,
})

export interface MemberRow extends UserRefRow {
  role: Role
  joined_at: Date
  seen_seq: number
  shows_receipts: boolean
  muted_until: Date | null
}

export const toMember = (row: MemberRow): Member => ({
  user: toUserRef(row),
  role: row.role,
  joinedAt: row.joined_at,
  lastReadSeq: row.shows_receipts ? row.seen_seq : null,
  mutedUntil: row.muted_until,
})

/** A read pointer as it now is, and what was read with it. */
export interface ReadRow {
  read_seq: number
  read_main: number
  read_version: number
  seen_seq: number
  mention_seqs: number[]
  /** What they were told of in the room, and have read with it, or by sending. */
  cleared: string[]
  shows_receipts: boolean
}
