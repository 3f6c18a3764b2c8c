import { openPostgres } from '@parley/db/postgres'
import { createTestDatabase } from '@parley/testkit/databases'
import { expect, test } from 'vitest'

/** A connection to a database with a table of numbers. */
async function connect() {
  const { url, drop } = await createTestDatabase()
  const pool = openPostgres(url ?? '', (error) => {
    throw error
  })
  const client = await pool.connect()
  await client.query('create table numbers (n int primary key)')
  const add = (n: unknown) => client.query('insert into numbers values ($1)', [n])
  const list = async () =>
    (await client.query<{ n: number }>('select n from numbers order by n')).rows.map(({ n }) => n)
  return {
    ask: (text: string, values?: unknown[]) => client.query(text, values),
    add,
    list,
    async [Symbol.asyncDispose]() {
      client.release()
      await pool.end()
      await drop()
    },
  }
}

const reasons = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'done' : (outcome.reason as Error).message))

test('each of what is asked at once gets its own answer', async () => {
  await using db = await connect()
  const [, added, rows, none, count] = await Promise.all([
    db.ask('begin'),
    db.add(1),
    db.ask('select n, $1::int8 as big from numbers', ['7']),
    db.ask('select n from numbers where n > 1'),
    db.ask('select count(*) from numbers'),
    db.ask('commit'),
  ])
  expect(added.rowCount).toBe(1)
  expect(rows.rows).toEqual([{ n: 1, big: 7 }])
  expect(none.rows).toEqual([])
  expect(count.rows).toEqual([{ count: 1 }])
  expect(await db.list()).toEqual([1])
})

test('after one that fails the rest is not done, not even the commit, and the connection goes on', async () => {
  await using db = await connect()
  const outcomes = await Promise.allSettled([db.ask('begin'), db.add(1), db.add(1), db.add(2), db.ask('commit')])
  const duplicate = 'duplicate key value violates unique constraint "numbers_pkey"'
  expect(reasons(outcomes)).toEqual(['done', 'done', duplicate, duplicate, duplicate])
  await db.ask('rollback')
  expect(await db.list()).toEqual([])
})

test('after a value that cannot be sent the rest is not done either', async () => {
  await using db = await connect()
  const circle: { of?: unknown } = {}
  circle.of = circle
  const outcomes = await Promise.allSettled([db.ask('begin'), db.add(1), db.add(circle), db.add(2), db.ask('commit')])
  expect(reasons(outcomes)).toEqual([
    'done',
    'done',
    expect.stringContaining('circular'),
    'What was asked before this could not be sent.',
    'What was asked before this could not be sent.',
  ])
  await db.ask('rollback')
  expect(await db.list()).toEqual([])
})
