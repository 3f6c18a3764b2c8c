import type { Db } from '@parley/db/database'
import { anyOf } from '../users/queries.js'

/** The version that each of the rooms has come to. */
export const listVersions = (db: Db, roomIds: string[]): Promise<{ id: string; version: number }[]> =>
  db.selectFrom('rooms').select(['id', 'version']).where('id', '=', anyOf(roomIds)).execute()
