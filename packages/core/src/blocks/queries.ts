import type { Db, Tx } from '@parley/db/database'
import { anyOf, userColumns } from '../users/queries.js'

export const insertBlock = async (db: Db, userId: string, blockedId: string): Promise<void> => {
  await db
    .insertInto('blocks')
    .values({ user_id: userId, blocked_id: blockedId })
    .onConflict((on) => on.doNothing())
    .execute()
}

export const deleteBlock = async (db: Db, userId: string, blockedId: string): Promise<void> => {
  await db.deleteFrom('blocks').where('user_id', '=', userId).where('blocked_id', '=', blockedId).execute()
}

export const listBlockedRows = (db: Db, userId: string) =>
  db
    .selectFrom('blocks as b')
    .innerJoin('users as u', 'u.id', 'b.blocked_id')
    .select(userColumns)
    .where('b.user_id', '=', userId)
    .orderBy('u.username')
    .execute()

/** Whichever of the two blocked the other. */
export const findBlockBetween = (db: Db | Tx, userId: string, otherId: string) =>
  db
    .selectFrom('blocks')
    .select('user_id')
    .where((eb) =>
      eb.or([
        eb.and([eb('user_id', '=', userId), eb('blocked_id', '=', otherId)]),
        eb.and([eb('user_id', '=', otherId), eb('blocked_id', '=', userId)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()

/** Whom each of these people has blocked. */
export const listBlocksOf = (db: Db, userIds: readonly string[]) =>
  db.selectFrom('blocks').select(['user_id', 'blocked_id']).where('user_id', '=', anyOf(userIds)).execute()
