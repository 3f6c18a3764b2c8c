import type { Me, UserRef } from '@parley/contract/users'
import type { Selectable } from 'kysely'
import type { Database } from '@parley/db/database'

type UserRow = Selectable<Database['users']>

export type UserRefRow = Pick<UserRow, 'id' | 'username' | 'display_name' | 'avatar_id'>

export const toUserRef = (row: UserRefRow): UserRef => ({
  id: row.id,
  username: row.username,
  displayName: row.display_name,
  // A new picture has a new address, so that each can be kept for ever.
  avatarUrl: row.avatar_id && `/avatars/${row.avatar_id}`,
})

export const toMe = (row: UserRow): Me => ({
  ...toUserRef(row),
  email: row.email,
  emailVerifiedAt: row.email_verified_at,
  statusText: row.status_text,
  showsReceipts: row.shows_receipts,
  isAdmin: row.is_admin,
  createdAt: row.created_at,
})
