import { type Kysely, sql } from 'kysely'

/** Secrets of second factors are sealed with a key of the server; who erases their account says nothing more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table second_factors
      -- Which key of the server has sealed the secret; null: not sealed yet, which the next start of a server mends.
      add column key_id text`.execute(db)
  // Set before the first message goes: what is being sent at that moment is waited for, and nothing is sent after it.
  await sql`alter table users add column erasing_at timestamptz(3)`.execute(db)
}
