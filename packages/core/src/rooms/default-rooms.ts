import type { Db, Tx } from '@parley/db/database'
import type { PublicCtx } from '../context.js'
import { joinDefaults, setDefault } from './queries-default.js'

/**
 * Makes a new person a member of the rooms that everybody is in, in the transaction that makes the person: nobody is
 * left outside by a crash in between. Says which; their history is read.
 */
export const joinDefaultRooms = (tx: Tx, userId: string): Promise<string[]> => joinDefaults(tx, userId)

/** After the commit: nobody of these rooms has a feed of the newcomer's yet, but their inboxes show one more. */
export function tellJoined(ctx: PublicCtx, roomIds: string[]): void {
  for (const roomId of roomIds) ctx.activity.touch(roomId)
}

/** Makes public rooms of this name rooms that everybody who registers from now on is in, or not; says how many. */
export const makeDefault = (db: Db, name: string, isDefault: boolean): Promise<number> =>
  setDefault(db, name, isDefault)
