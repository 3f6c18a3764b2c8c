import { type Kysely, sql } from 'kysely'

/**
 * A message is written under the lock of its room's row, by a person whose row the same transaction has read, and rows
 * of neither are ever deleted. To check that again for each message takes PostgreSQL a quarter of all that a message
 * costs it (decision 0015).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // In the order in which a sender takes them, and not for long, so that neither waits for the other for good.
  await sql`set local lock_timeout = '3s'`.execute(db)
  await sql`lock table rooms, users, messages in access exclusive mode`.execute(db)
  await sql`alter table messages drop constraint messages_room_id_fkey, drop constraint messages_sender_id_fkey`.execute(
    db,
  )
}
