import { openEmbedded } from '@parley/db/embedded'
import { toDatabase } from '@parley/db/database'
import { statement } from '@parley/db/statement'
import { type PostgresPool, sql } from 'kysely'
import { expect, test } from 'vitest'

/** An embedded database with a table of numbers; `refuses` is what its connections fail with, and go on. */
async function openNumbers(refuses: (text: string) => boolean = () => false) {
  const { pool } = await openEmbedded(undefined)
  const faulty: PostgresPool = {
    ...pool,
    async connect() {
      const client = await pool.connect()
      const ask: (...given: never[]) => unknown = client.query
      const query = (...[text, values]: [string, readonly unknown[]]) =>
        refuses(text) ? Promise.reject(new Error(`no ${text}`)) : ask(text as never, values as never)
      return { ...client, query: query as never }
    },
  }
  const { db, close } = toDatabase('embedded', faulty)
  await sql`create table numbers (n int primary key)`.execute(db)
  const list = async () =>
    (await sql<{ n: number }>`select n from numbers order by n`.execute(db)).rows.map(({ n }) => n)
  return { db, list, [Symbol.asyncDispose]: close }
}

const add = statement(`insert into numbers values ($1)`)
const count = statement<{ count: number }>(`select count(*)::int from numbers`)

test('what is asked and not waited for is committed, and read by what is asked after it', async () => {
  await using numbers = await openNumbers()
  const counted = await numbers.db.transaction().execute(async (tx) => {
    await add.ask(tx, [1])
    const { answer } = await count.ask(tx, [])
    await add.ask(tx, [2])
    return { answer }
  })
  expect(await counted.answer).toEqual([{ count: 1 }])
  expect(await numbers.list()).toEqual([1, 2])
})

test('a transaction one statement of which failed is not committed, and says why, though nobody waited for it', async () => {
  await using numbers = await openNumbers()
  const done = numbers.db.transaction().execute(async (tx) => {
    await add.ask(tx, [1])
    await add.ask(tx, [1])
    await add.ask(tx, [2])
  })
  await expect(done).rejects.toThrow(/duplicate key/)
  expect(await numbers.list()).toEqual([])
  await numbers.db.transaction().execute((tx) => add(tx, [3]))
  expect(await numbers.list()).toEqual([3])
})

test('where a transaction does not begin nothing is written, not even by its first statement', async () => {
  let refusing = false
  await using numbers = await openNumbers((text) => refusing && text === 'begin')
  refusing = true
  const first = numbers.db.transaction().execute((tx) => add(tx, [1]))
  await expect(first).rejects.toThrow('no begin')
  const asked = numbers.db.transaction().execute((tx) => add.ask(tx, [1]))
  await expect(asked).rejects.toThrow('no begin')
  const afterRead = numbers.db.transaction().execute(async (tx) => {
    await count(tx, [])
    await add(tx, [2])
  })
  await expect(afterRead).rejects.toThrow('no begin')
  refusing = false
  expect(await numbers.list()).toEqual([])
})
