import type { AuditEntry, Ban } from '@parley/contract/room-administration'
import { toUserRef, type UserRefRow } from '../users/mapper.js'

export interface BanRow extends UserRefRow {
  banned_by: UserRefRow
  reason: string | null
  created_at: Date
}

export const toBan = (row: BanRow): Ban => ({
  user: toUserRef(row),
  bannedBy: toUserRef(row.banned_by),
  reason: row.reason,
  createdAt: row.created_at,
})

export interface AuditRow {
  id: string
  at: Date
  act: string
  details: Record<string, unknown>
  ip: string
  user_agent: string | null
  actor: UserRefRow | null
  target: UserRefRow | null
}

export const toAuditEntry = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: row.at,
  actor: row.actor && toUserRef(row.actor),
  act: row.act,
  target: row.target && toUserRef(row.target),
  details: row.details,
  ip: row.ip,
  userAgent: row.user_agent,
})
