import type { Db } from '@parley/db/database'
import { statement } from '@parley/db/statement'

/** The version that each of the rooms has come to. */
export const listVersions = (db: Db, roomIds: string[]): Promise<{ id: string; version: number }[]> =>
  versions(db, [roomIds])

// Asked twice a second.
const versions = statement<{ id: string; version: number }>(`select id, version from rooms where id = any($1::uuid[])`)
