import type { Db, Tx } from '@parley/db/database'
import { sql } from 'kysely'
import type { UserRefRow } from './mapper.js'

/** What a `UserRef` is made of, of a table joined as `u`. */
export const userColumns = ['u.id', 'u.username', 'u.display_name', 'u.avatar_id'] as const

/** The same as `jsonb`, of a table joined under that name. */
export const userJson = (table: string) => sql<UserRefRow>`${sql.raw(userJsonText(table))}`

/** As text, for a statement that is not built. */
export const userJsonText = (table: string): string =>
  `jsonb_build_object('id', ${table}.id, 'username', ${table}.username, 'display_name', ${table}.display_name,
    'avatar_id', ${table}.avatar_id)`

export interface NewUser {
  id: string
  email: string
  username: string
  display_name: string
  password_hash: string | null
}

/** Inserts, or says which of the two unique fields is taken. */
export async function insertUser(db: Db | Tx, user: NewUser): Promise<'email' | 'username' | null> {
  const inserted = await db
    .insertInto('users')
    .values(user)
    .onConflict((on) => on.doNothing())
    .returning('id')
    .execute()
  if (inserted.length > 0) return null
  const same = await db.selectFrom('users').select('id').where('email', '=', user.email).executeTakeFirst()
  return same ? 'email' : 'username'
}

export const getUserRow = (db: Db, id: string) =>
  db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

export const findUserByEmail = (db: Db | Tx, email: string) =>
  db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst()

export const findUserByLogin = (db: Db, login: string) =>
  db
    .selectFrom('users')
    .selectAll()
    .where((eb) => eb.or([eb('username', '=', login), eb('email', '=', login)]))
    .executeTakeFirst()

export const listIdsByUsername = (db: Db | Tx, usernames: string[]) =>
  db.selectFrom('users').select(['id', 'username']).where('username', 'in', usernames).execute()

export const findUserRow = (db: Db | Tx, id: string) =>
  db.selectFrom('users as u').select(userColumns).where('u.id', '=', id).executeTakeFirst()

/** The person, unless they are taking themselves away; locked against beginning to. */
export const holdStaying = (tx: Tx, id: string) =>
  tx.selectFrom('users').select('id').where('id', '=', id).where('erasing_at', 'is', null).forShare().executeTakeFirst()

/** By the start of a username or of any word of a name; by e-mail address only when it is the whole of it, and proven. */
export const searchUserRows = (db: Db, query: string, limit: number) => {
  const starts = `${escapeLike(query.toLowerCase())}%`
  return db
    .selectFrom('users as u')
    .select(userColumns)
    .where((eb) =>
      eb.or([
        eb('u.username', 'like', starts),
        eb(sql`lower(u.display_name)`, 'like', starts),
        eb(sql`lower(u.display_name)`, 'like', `% ${starts}`),
        eb.and([eb('u.email', '=', query.toLowerCase()), eb('u.email_verified_at', 'is not', null)]),
      ]),
    )
    .where('u.disabled_at', 'is', null)
    .orderBy('u.username')
    .limit(limit)
    .execute()
}

/** `= any($1)`: one statement however many ids there are, where `in` would be another one for each number. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/** So that `%` and `_` in what a person types mean themselves. */
export const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

export const updateUserRow = (
  db: Db,
  id: string,
  change: { display_name?: string; status_text?: string | null; shows_receipts?: boolean },
) => db.updateTable('users').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const listKnownIds = async (db: Db | Tx, ids: string[]): Promise<string[]> => {
  const rows = await db.selectFrom('users').select('id').where('id', 'in', ids).execute()
  return rows.map((row) => row.id)
}

export const listActiveIds = async (db: Db | Tx, ids: string[]): Promise<string[]> => {
  const rows = await db
    .selectFrom('users')
    .select('id')
    .where('id', 'in', ids)
    .where('disabled_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

export const countPeople = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
