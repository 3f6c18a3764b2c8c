import type { Tx } from '@parley/db/database'

/** Shows the person by this picture, or by none; the one before goes from the storage. */
export const updateAvatar = (tx: Tx, userId: string, avatarId: string | null) =>
  tx
    .updateTable('users')
    .set({ avatar_id: avatarId })
    .where('id', '=', userId)
    .where('erased_at', 'is', null)
    .returningAll()
    .executeTakeFirstOrThrow()
