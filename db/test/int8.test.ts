import { openDatabase } from '@parley/db/database'
import { createTestDatabase } from '@parley/testkit/databases'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

test('int8 is a number, as column and as count', async () => {
  const database = await createTestDatabase()
  const { db, close } = await openDatabase({ ...database, onError: console.error })
  const { rows } = await sql`select 9007199254740991::int8 as big, count(*) as rooms from rooms`.execute(db)
  expect(rows).toEqual([{ big: 9007199254740991, rooms: 0 }])
  await close()
  await database.drop()
})
