import type { Db } from '@parley/db/database'
import type { PublicCtx } from '../context.js'
import { joinDefaults, setDefault } from './queries-default.js'

/** Makes a new person a member of the rooms that everybody is in; says which. Their history is read. */
export const joinDefaultRooms = (db: Db, userId: string): Promise<string[]> => joinDefaults(db, userId)

/** The same for who is told of it: nobody of these rooms has a feed of the newcomer's yet; inboxes show one more. */
export async function welcome(ctx: PublicCtx, userId: string): Promise<void> {
  for (const roomId of await joinDefaults(ctx.db, userId)) ctx.activity.touch(roomId)
}

/** Makes public rooms of this name rooms that everybody who registers from now on is in, or not; says how many. */
export const makeDefault = (db: Db, name: string, isDefault: boolean): Promise<number> =>
  setDefault(db, name, isDefault)
