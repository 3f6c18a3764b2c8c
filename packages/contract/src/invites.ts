import { z } from 'zod'
import { InviteCode, InviteId, RoomId } from './ids.js'
import { limits } from './limits.js'
import { UserRef } from './users.js'

/** Without `expiresInHours` it never expires, without `maxUses` any number may come. */
export const CreateInvite = z.object({
  roomId: RoomId,
  expiresInHours: z.number().positive().max(limits.inviteHours).optional(),
  maxUses: z.int().min(1).max(limits.inviteUses).optional(),
})
export type CreateInvite = z.infer<typeof CreateInvite>

export const CreatedInvite = z.object({ id: InviteId, code: z.string(), url: z.string() })
export type CreatedInvite = z.infer<typeof CreatedInvite>

export const Invite = CreatedInvite.extend({
  createdBy: UserRef,
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  maxUses: z.int().nullable(),
  uses: z.int(),
})
export type Invite = z.infer<typeof Invite>

export const RevokeInvite = z.object({ inviteId: InviteId })
export type RevokeInvite = z.infer<typeof RevokeInvite>

export const UseInvite = z.object({ code: InviteCode })
export type UseInvite = z.infer<typeof UseInvite>

/** What anybody who has the link may know of the room behind it. */
export const InvitePreview = z.object({
  room: z.object({ id: RoomId, name: z.string(), topic: z.string().nullable(), memberCount: z.int() }),
  invitedBy: UserRef,
  expiresAt: z.date().nullable(),
})
export type InvitePreview = z.infer<typeof InvitePreview>
