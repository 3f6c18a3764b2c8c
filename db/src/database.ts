import { Kysely, type PostgresPool, type Transaction } from 'kysely'
import type { DB } from '../types.gen.js'
import { openEmbedded } from './embedded.js'
import { PipeliningDialect } from './pipelining.js'
import { openPostgres } from './postgres.js'

export type Database = DB
export type Db = Kysely<Database>
/** What needs a transaction takes one of these, so that it cannot be called without. */
export type Tx = Transaction<Database>

export interface OpenDatabase {
  db: Db
  kind: 'embedded' | 'postgres'
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** PostgreSQL ≥ 15; without it the embedded one is used. */
  url?: string | undefined
  /** Where the embedded database keeps its files; without it, in memory. */
  folder?: string | undefined
  onError(error: Error): void
  /** Hears of every statement that ran. */
  onQuery?: ((statement: Statement) => void) | undefined
}

export interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/** Opens the database; migrating it is `migrate`'s. */
export async function openDatabase({ url, folder, onError, onQuery }: DatabaseOptions): Promise<OpenDatabase> {
  if (url) return toDatabase('postgres', openPostgres(url, onError), onQuery)
  return toDatabase('embedded', (await openEmbedded(folder)).pool, onQuery)
}

export function toDatabase(
  kind: OpenDatabase['kind'],
  pool: PostgresPool,
  onQuery?: DatabaseOptions['onQuery'],
): OpenDatabase {
  let ended: Promise<void> | undefined
  const end = () => (ended ??= pool.end())
  const db = new Kysely<Database>({
    dialect: new PipeliningDialect({ pool: { connect: () => pool.connect(), end } }),
    log: ({ level, query }) => {
      if (level === 'query') onQuery?.(query)
    },
  })
  // Kysely ends only a pool that it has asked something; an embedded folder would stay locked.
  return { db, kind, close: () => db.destroy().then(end) }
}
