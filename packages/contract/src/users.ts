import { z } from 'zod'
import { FileId, UserId } from './ids.js'
import { limits } from './limits.js'
import { Limit } from './pages.js'
import { line, text } from './text.js'

export const UserRef = z.object({
  id: UserId,
  username: z.string(),
  displayName: z.string(),
  avatarUrl: z.string().nullable(),
})
export type UserRef = z.infer<typeof UserRef>

export const Me = UserRef.extend({
  email: z.string(),
  emailVerifiedAt: z.date().nullable(),
  statusText: z.string().nullable(),
  /** Whether others see how far one has read. */
  showsReceipts: z.boolean(),
  /** Whether one administers this server. */
  isAdmin: z.boolean(),
  createdAt: z.date(),
})
export type Me = z.infer<typeof Me>

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .min(limits.username.min)
  .max(limits.username.max)
  .regex(/^[a-z0-9_.-]+$/, 'may contain a-z, 0-9, _ . and -')

export const DisplayName = line(limits.displayName)

/** What is left out stays; a status of `null` or nothing but spaces is taken away. */
export const UpdateUser = z.object({
  displayName: DisplayName.optional(),
  statusText: text().trim().max(limits.statusText).nullish(),
  showsReceipts: z.boolean().optional(),
})
export type UpdateUser = z.infer<typeof UpdateUser>

/** An upload of one's own that is a picture, used up by it; `null`: none any more. */
export const SetAvatar = z.object({ attachmentId: FileId.nullable() })
export type SetAvatar = z.infer<typeof SetAvatar>

export const GetUser = z.object({ userId: UserId })
export type GetUser = z.infer<typeof GetUser>

export const SearchUsers = z.object({
  query: text().trim().min(1).max(limits.searchQuery),
  limit: Limit,
})
export type SearchUsers = z.infer<typeof SearchUsers>
