import type { TestApp } from '@parley/testkit/test-app'
import { sql } from 'kysely'
import { expect } from 'vitest'

/** A room as another process holds it: `waitedFor` settles once somebody waits for it. */
export async function holdRoom(app: TestApp, roomId: string) {
  const holder = await app.database.db.startTransaction().execute()
  await sql`select from rooms where id = ${roomId} for update`.execute(holder)
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  async function waitedFor() {
    await expect.poll(async () => (await waiting.execute(app.database.db)).rows.length).toBe(1)
  }
  return { holder, waitedFor }
}
