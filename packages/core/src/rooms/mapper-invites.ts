import type { Invite, InvitePreview } from '@parley/contract/invites'
import { toUserRef, type UserRefRow } from '../users/mapper.js'

export interface InviteRow {
  id: string
  room_id: string
  code: string
  created_by: UserRefRow
  created_at: Date
  expires_at: Date | null
  max_uses: number | null
  uses: number
  name: string | null
  topic: string | null
  member_count: number
  archived_at: Date | null
}

/** Where the web client shows the preview. */
export const toInviteUrl = (publicUrl: URL, code: string): string => new URL(`/invite/${code}`, publicUrl).href

export const toInvite = (row: InviteRow, publicUrl: URL): Invite => ({
  id: row.id,
  code: row.code,
  url: toInviteUrl(publicUrl, row.code),
  createdBy: toUserRef(row.created_by),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  maxUses: row.max_uses,
  uses: row.uses,
})

export const toInvitePreview = (row: InviteRow): InvitePreview => ({
  room: { id: row.room_id, name: row.name ?? '', topic: row.topic, memberCount: row.member_count },
  invitedBy: toUserRef(row.created_by),
  expiresAt: row.expires_at,
})
