import { openDatabase } from '@parley/db/database'
import { migrate } from '@parley/db/migrate'
import { createDatabase, dropDatabase, withDatabase } from '@parley/testkit/databases/admin'
import { expect, inject, test } from 'vitest'

test('a database of the C locale is refused', async () => {
  const refusal = await migrateNew({ locale: 'C', encoding: 'UTF8' }).catch(String)
  expect(refusal).toContain('LC_CTYPE is C')
})

test('a database that is not UTF-8 is refused', async () => {
  const refusal = await migrateNew({ locale: 'C', encoding: 'SQL_ASCII' }).catch(String)
  expect(refusal).toContain('encoding is SQL_ASCII')
})

test('two processes that start at once run each migration once', async () => {
  const [first, second] = await migrateNew({ locale: 'C.UTF-8', encoding: 'UTF8' }, 2)
  const ran = [...(first ?? []), ...(second ?? [])]
  expect(ran).toContain('0001-talk')
  expect(ran).toEqual([...new Set(ran)])
})

/** Migrates an empty database from `processes` pools at the same time, and returns what each of them ran. */
async function migrateNew(settings: { locale: string; encoding: string }, processes = 1): Promise<string[][]> {
  const source = inject('databases')
  if (source.kind !== 'postgres') throw new Error('This test is for PostgreSQL.')
  const name = await createDatabase(source.url, settings)
  const url = withDatabase(source.url, name)
  const open = () => openDatabase({ url, onError: console.error })
  const databases = await Promise.all(Array.from({ length: processes }, open))
  try {
    return await Promise.all(databases.map(({ db }) => migrate(db)))
  } finally {
    await Promise.all(databases.map(({ close }) => close()))
    await dropDatabase(source.url, name)
  }
}
