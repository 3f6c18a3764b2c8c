import { z } from 'zod'
import { text } from './text.js'

/**
 * Ids are UUIDs of any version: rows' own are version 7, clients make what they like. Lower case, as PostgreSQL gives
 * them back, so that two spellings of one id are one.
 */
const id = () => z.guid().toLowerCase()

export const UserId = id()
export const RoomId = id()
export const MessageId = id()
export const ClientId = id()
export const InviteId = id()
export const ReportId = id()
export const AuditId = id()
export const NotificationId = id()
export const FileId = id()

export const InviteCode = text().min(1).max(100)
