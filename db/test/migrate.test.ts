import { openDatabase, type Db } from '@parley/db/database'
import { migrate, MigrationError } from '@parley/db/migrate'
import { createTestDatabase } from '@parley/testkit/databases'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

test('a second migration run finds nothing to do', () =>
  onDatabase(async (db) => expect(await migrate(db)).toEqual([])))

test('a database of a newer release is left alone while it allows older binaries', () =>
  onDatabase(async (db) => {
    await pretendNewer(db)
    expect(await migrate(db)).toEqual([])
    const { rows } = await sql`select name from kysely_migration order by name desc limit 1`.execute(db)
    expect(rows).toEqual([{ name: '9999-later' }])
  }))

test('a database that asks for a newer binary is refused, by the name of what it asks for', () =>
  onDatabase(async (db) => {
    await pretendNewer(db)
    await sql`update schema_info set min_binary = '9999-later'`.execute(db)
    const refusal = await migrate(db).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(MigrationError)
    expect(String(refusal)).toContain('9999-later')
  }))

const pretendNewer = (db: Db) =>
  sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2099-01-01')`.execute(db)

async function onDatabase(work: (db: Db) => Promise<void>): Promise<void> {
  const database = await createTestDatabase()
  const { db, close } = await openDatabase({ ...database, onError: console.error })
  try {
    await work(db)
  } finally {
    await close()
    await database.drop()
  }
}
