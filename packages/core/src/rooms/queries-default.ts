import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'

/**
 * Locks the default rooms, in the order of their ids as every writer does, and then joins them: what was said until
 * then counts as read, so the numbers must be those under the lock.
 */
export async function joinDefaults(tx: Tx, userId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
      select id from rooms where is_default and kind = 'public' and archived_at is null and deleted_at is null
        and not exists (select from members where room_id = rooms.id and user_id = ${userId})
      order by id for no key update`.execute(tx)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  await sql`
      insert into members (room_id, user_id, role, read_seq, read_main, seen_seq, visible_from_seq, joined_version)
      select id, ${userId}, case member_count when 0 then 'owner' else 'member' end, last_seq, last_main, last_seq, case history when 'join' then last_seq + 1 else 1 end,
        version + 1
      from rooms where id = any(${ids}::uuid[])`.execute(tx)
  await sql`update rooms set member_count = member_count + 1 where id = any(${ids}::uuid[])`.execute(tx)
  return ids
}

export const setDefault = async (db: Db, name: string, isDefault: boolean): Promise<number> => {
  const result = await db
    .updateTable('rooms')
    .set({ is_default: isDefault })
    .where('kind', '=', 'public')
    .where('name', '=', name)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
