import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { lockFolder } from './lock-folder.js'

/** PostgreSQL in this process, kept in `folder`; without one, in memory. */
export async function openEmbedded(folder: string | undefined): Promise<{ pool: PostgresPool; pglite: PGlite }> {
  if (!folder) return poolOfOne(await PGlite.create({ parsers }), async () => {})
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unlock = await lockFolder(folder)
  try {
    return poolOfOne(await PGlite.create({ dataDir: join(folder, 'pg'), parsers }), unlock)
  } catch (cause) {
    await unlock()
    throw new Error(`The embedded database in ${folder} did not open.`, { cause })
  }
}

/** As `pg` gives them: int8 as a number (no counter of ours comes near 2^53), bytes as a Buffer. */
const parsers = { [types.INT8]: Number, [types.BYTEA]: (hex: string) => Buffer.from(hex.slice(2), 'hex') }

/**
 * PGlite has one connection: whoever holds it has the database, the others wait in line. Dressed as a pool, it
 * runs under Kysely's own PostgreSQL dialect. Asking for a second connection while holding one waits for ever.
 */
export function poolOfOne(pglite: PGlite, unlock: () => Promise<void>): { pool: PostgresPool; pglite: PGlite } {
  let tail = Promise.resolve()
  const connect = async (): Promise<PostgresPoolClient> => {
    const before = tail
    let release = () => {}
    tail = new Promise((resolve) => (release = resolve))
    await before
    // The other overload of `query` is for cursors, which this pool does not have.
    const query = (text: string, values: readonly unknown[]) => run(pglite, text, values)
    return { query: query as PostgresPoolClient['query'], release }
  }
  const end = async () => {
    await pglite.close()
    await unlock()
  }
  return { pool: { connect, end }, pglite }
}

async function run(pglite: PGlite, text: string, values: readonly unknown[]): Promise<PostgresQueryResult<unknown>> {
  // Several statements at once, as the job queue's set-up is, go by the simple protocol, which takes no values.
  const several = values.length === 0 && /;\s*\S/.test(text)
  const result = several ? (await pglite.exec(text)).at(-1) : await pglite.query(text, [...values])
  const { rows = [], affectedRows = 0 } = result ?? {}
  // Kysely counts rows for the commands that change some; which of them it was does not matter to it.
  return { command: 'UPDATE', rowCount: affectedRows, rows }
}
