import { z } from 'zod'
import { AuditId, RoomId, UserId } from './ids.js'
import { limits } from './limits.js'
import { pageOf, PageInput } from './pages.js'
import { History, Role, RoomName, Topic } from './rooms.js'
import { line } from './text.js'
import { UserRef } from './users.js'

/** What is left out stays; an empty topic is taken away. */
export const UpdateRoom = z.object({
  roomId: RoomId,
  name: RoomName.optional(),
  topic: z.union([z.literal(''), Topic]).optional(),
  kind: z.enum(['public', 'private']).optional(),
  history: History.optional(),
  slowSeconds: z.int().min(0).max(limits.slowSeconds).optional(),
  announces: z.boolean().optional(),
})
export type UpdateRoom = z.infer<typeof UpdateRoom>

const Reason = line(limits.reason).optional()
const OfMember = { roomId: RoomId, userId: UserId }

export const AddMember = z.object({ ...OfMember, role: Role.default('member') })
export type AddMember = z.infer<typeof AddMember>

export const SetRole = z.object({ ...OfMember, role: Role })
export type SetRole = z.infer<typeof SetRole>

/** For removing, banning and unbanning. */
export const ActOnMember = z.object({ ...OfMember, reason: Reason })
export type ActOnMember = z.infer<typeof ActOnMember>

/** A time that is over gives the voice back. */
export const MuteMember = z.object({ ...OfMember, until: z.date(), reason: Reason })
export type MuteMember = z.infer<typeof MuteMember>

export const Ban = z.object({ user: UserRef, bannedBy: UserRef, reason: z.string().nullable(), createdAt: z.date() })
export type Ban = z.infer<typeof Ban>

export const ListOfRoom = z.object({ roomId: RoomId, ...PageInput })
export type ListOfRoom = z.infer<typeof ListOfRoom>
export const BanPage = pageOf(Ban)

/** One administrative act: who did what to whom, when and from where. */
export const AuditEntry = z.object({
  id: AuditId,
  at: z.date(),
  actor: UserRef.nullable(),
  act: z.string(),
  target: UserRef.nullable(),
  details: z.record(z.string(), z.unknown()),
  ip: z.string(),
  userAgent: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>
export const AuditPage = pageOf(AuditEntry)
