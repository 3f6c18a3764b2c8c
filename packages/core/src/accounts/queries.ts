import type { UserRef } from '@parley/contract/users'
import type { Db, Tx } from '@parley/db/database'
import { toUserRef } from '../users/mapper.js'

/** From now on the person says nothing more. */
export const setErasing = (db: Db, userId: string) =>
  db.updateTable('users').set({ erasing_at: new Date() }).where('id', '=', userId).execute()

/** Leaves of a person what their words need: an author without a name. The username and the address are free again. */
export const eraseUser = async (tx: Tx, userId: string): Promise<UserRef> => {
  const row = await tx
    .updateTable('users')
    .set({
      username: `deleted-${userId.replaceAll('-', '').slice(-20)}`,
      email: `${userId}@deleted.invalid`,
      email_verified_at: null,
      display_name: 'Deleted person',
      status_text: null,
      avatar_id: null,
      password_hash: null,
      last_seen_at: null,
      is_admin: false,
      erased_at: new Date(),
    })
    .where('id', '=', userId)
    .returning(['id', 'username', 'display_name', 'avatar_id'])
    .executeTakeFirstOrThrow()
  return toUserRef(row)
}

/** Everything by which they came in, from where, what they were told and followed, and whom they blocked. Revoked sessions stay for a moment: other processes look for them. */
export const eraseTraces = async (tx: Tx, userId: string, email: string): Promise<void> => {
  await tx.updateTable('sessions').set({ ip: null, user_agent: null }).where('user_id', '=', userId).execute()
  await tx.updateTable('api_tokens').set({ name: 'deleted' }).where('user_id', '=', userId).execute()
  await tx.deleteFrom('email_changes').where('user_id', '=', userId).execute()
  await tx.deleteFrom('notifications').where('user_id', '=', userId).execute()
  await tx.deleteFrom('notification_reads').where('user_id', '=', userId).execute()
  await tx.deleteFrom('thread_followers').where('user_id', '=', userId).execute()
  await tx.deleteFrom('blocks').where('user_id', '=', userId).execute()
  await tx.deleteFrom('login_codes').where('email', '=', email).execute()
  await tx.deleteFrom('password_resets').where('email', '=', email).execute()
}
